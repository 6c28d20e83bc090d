using System;

namespace ConvoEval.Ingestion.Redaction;

/// <summary>What a word near a number says of the number.</summary>
[Flags]
internal enum ContextKind
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Names a telephone: phone, mobile, fax.</summary>
    Phone = 1,

    /// <summary>An act that is done with a telephone: call, reach, text.</summary>
    PhoneAct = 2,

    /// <summary>Birth.</summary>
    Birth = 4,

    /// <summary>A day that is no birthday: order, arrival, since.</summary>
    OtherDay = 8,

    /// <summary>Payment card.</summary>
    Card = 16,

    /// <summary>Names another kind of number: order, tracking, invoice.</summary>
    Label = 32,

    /// <summary>Amount of money or things.</summary>
    Amount = 64,

    /// <summary>Number that a state gives to a person.</summary>
    NationalId = 128,

    /// <summary>Version or section number.</summary>
    Version = 256,

    /// <summary>Network address.</summary>
    Network = 512,

    /// <summary>E-mail.</summary>
    Mail = 1024,

    /// <summary>The bare word id.</summary>
    Id = 2048,

    /// <summary>Says nothing and may stand between a label and its number: number, is, my.</summary>
    Filler = 4096,

    /// <summary>Names a telephone only when it stands right before the number: desk, portable, cell.</summary>
    PhoneLabel = 8192,
}

namespace ConvoEval.Ingestion.Redaction;

/// <summary>Names of the entity classes, as they stand in spans and masks.</summary>
internal static class PiiEntity
{
    public const string Card = "CARD";
    public const string DateOfBirth = "DATE_OF_BIRTH";
    public const string Email = "EMAIL";
    public const string Iban = "IBAN";
    public const string Ip = "IP";
    public const string NationalId = "NATIONAL_ID";
    public const string Phone = "PHONE";
    public const string UrlCredentials = "URL_CREDENTIALS";

    /// <summary>All classes in ordinal order.</summary>
    public static readonly string[] All = [Card, DateOfBirth, Email, Iban, Ip, NationalId, Phone, UrlCredentials];
}

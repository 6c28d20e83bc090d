namespace ConvoEval.Domain.Labels;

/// <summary>A piece of personal data in a text.</summary>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="End">One past the last UTF-16 unit.</param>
/// <param name="Entity">Class in capitals: EMAIL, PHONE, CARD, IBAN, IP, URL_CREDENTIALS, DATE_OF_BIRTH, NATIONAL_ID.</param>
public readonly record struct PiiSpan(int Start, int End, string Entity);

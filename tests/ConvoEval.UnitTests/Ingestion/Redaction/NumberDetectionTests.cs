using Xunit;

namespace ConvoEval.UnitTests.Ingestion.Redaction;

public sealed class NumberDetectionTests
{
    // Card numbers are the test numbers that the networks publish.
    [Theory]
    [InlineData("4111111111111111", "CARD:4111111111111111")]
    [InlineData("it is 4111 1111 1111 1111 exp 12/25", "CARD:4111 1111 1111 1111")]
    [InlineData("5555-5555-5555-4444", "CARD:5555-5555-5555-4444")]
    [InlineData("4111.1111.1111.1111", "CARD:4111.1111.1111.1111")]
    [InlineData("amex 3782 822463 10005", "CARD:3782 822463 10005")]
    [InlineData("30569309025904", "CARD:30569309025904")]
    [InlineData("card 4222222222222", "CARD:4222222222222")]
    [InlineData("order paid with card 4111111111111111", "CARD:4111111111111111")]
    [InlineData("card number 4111 1111 1111 1112", "CARD:4111 1111 1111 1112")]
    public void Card_is_found(string text, string expected) => Assert.Equal(expected, Detected.In(text));

    [Theory]
    [InlineData("4111 1111 1111 1112")]
    [InlineData("order number 4111111111111111")]
    [InlineData("tracking 4111111111111111")]
    [InlineData("SKU4111111111111111")]
    [InlineData("ean 4006381333931")]
    [InlineData("1234567812345670")]
    [InlineData("550e8400-e29b-41d4-a716-446655440000")]
    [InlineData("0000 0000 0000 0000")]
    public void Number_that_is_no_card_stays(string text) => Assert.Equal("", Detected.In(text));

    // Examples of the IBAN registry.
    [Theory]
    [InlineData("GB82WEST12345698765432", "IBAN:GB82WEST12345698765432")]
    [InlineData("gb82 west 1234 5698 7654 32.", "IBAN:gb82 west 1234 5698 7654 32")]
    [InlineData("DE89-3704-0044-0532-0130-00", "IBAN:DE89-3704-0044-0532-0130-00")]
    [InlineData("IE29AIBK93115212345678,", "IBAN:IE29AIBK93115212345678")]
    [InlineData("MT84MALT011000012345MTLCAST001S", "IBAN:MT84MALT011000012345MTLCAST001S")]
    public void Iban_is_found(string text, string expected) => Assert.Equal(expected, Detected.In(text));

    [Theory]
    [InlineData("GB82WEST12345698765433")]
    [InlineData("DE89 3704 0044 0532 0130 01")]
    [InlineData("DE8937040044053201300")]
    [InlineData("ZZ82WEST12345698765432")]
    [InlineData("located at 71 Castle Street City Centre")]
    public void Code_like_an_iban_stays(string text) => Assert.Equal("", Detected.In(text));

    // Numbers of ranges kept for fiction (Ofcom 020 7946 0xxx, NANP 555-01xx) and made-up ones.
    [Theory]
    [InlineData("+44 (0)20 7946 0958", "PHONE:+44 (0)20 7946 0958")]
    [InlineData("0044 20 7946 0958", "PHONE:0044 20 7946 0958")]
    [InlineData("call 020 7946 0958 or 07700900123", "PHONE:020 7946 0958|PHONE:07700900123")]
    [InlineData("(201) 555-0123 ext 12", "PHONE:(201) 555-0123 ext 12")]
    [InlineData("201.555.0123x45", "PHONE:201.555.0123x45")]
    [InlineData("phone: 467 3395", "PHONE:467 3395")]
    [InlineData("customerPhone=2015550123", "PHONE:2015550123")]
    [InlineData("655 437 108 office", "PHONE:655 437 108")]
    [InlineData("01.84.17.61.18", "PHONE:01.84.17.61.18")]
    [InlineData("Handynummer: 0151/12345678", "PHONE:0151/12345678")]
    [InlineData("the phone number linked to my account is 281-555-0182", "PHONE:281-555-0182")]
    [InlineData("我的电话13800138000谢谢", "PHONE:13800138000")]
    public void Phone_is_found(string text, string expected) => Assert.Equal(expected, Detected.In(text));

    [Theory]
    [InlineData("order number 4673395")]
    [InlineData("order 123-456-7890")]
    [InlineData("call me about order 4673395")]
    [InlineData("it cost 1234567.89 or 12,345,678 or $ 1 234 567")]
    [InlineData("sum 499.28 - 471.82")]
    [InlineData("155.33 - 147.05 + 268.77 - 235.13")]
    [InlineData("at 10:30 on 2024-05-06 and 12/05/2024")]
    [InlineData("tracking 1Z999AA10123456784")]
    [InlineData("call centre seasons 2010-2015")]
    [InlineData("Desk Lamp: 5320792178")]
    [InlineData("c594595f-0198-4780-8421-66997e8b8507")]
    [InlineData("epoch 1700000000000, id 12345678")]
    [InlineData("isbn 978-3-16-148410-0")]
    [InlineData("61 63 63 65 73 73 20 67 72 61")]
    [InlineData("the item with leather strap and white dial is 1355937109")]
    [InlineData("call 911")]
    public void Number_that_is_no_phone_stays(string text) => Assert.Equal("", Detected.In(text));

    [Theory]
    [InlineData("born on 12 May 1978", "DATE_OF_BIRTH:12 May 1978")]
    [InlineData("DOB: 05/12/78", "DATE_OF_BIRTH:05/12/78")]
    [InlineData("d.o.b. 5/6/1970", "DATE_OF_BIRTH:5/6/1970")]
    [InlineData("my birthday is May 12th, 1978", "DATE_OF_BIRTH:May 12th, 1978")]
    [InlineData("geboren am 12.05.1978", "DATE_OF_BIRTH:12.05.1978")]
    [InlineData("Q: date of birth?\nA: 1978-05-12", "DATE_OF_BIRTH:1978-05-12")]
    [InlineData("dateOfBirth 19780512", "DATE_OF_BIRTH:19780512")]
    [InlineData("12/05/1978 is my date of birth", "DATE_OF_BIRTH:12/05/1978")]
    [InlineData("children born 2010-01-02 and 2012-03-04", "DATE_OF_BIRTH:2010-01-02|DATE_OF_BIRTH:2012-03-04")]
    public void Birthday_is_found(string text, string expected) => Assert.Equal(expected, Detected.In(text));

    [Theory]
    [InlineData("order placed on 1978-05-12")]
    [InlineData("born 1878-05-12")]
    [InlineData("born 1978-02-30")]
    [InlineData("born in 1978")]
    [InlineData("date of birth wrong, appointment 12 May 2024")]
    [InlineData("It's like that since 12/1/1981")]
    [InlineData("reborn 1978-05-12")]
    public void Date_that_is_no_birthday_stays(string text) => Assert.Equal("", Detected.In(text));
}

using Xunit;

namespace ConvoEval.UnitTests.Ingestion.Redaction;

/// <summary>Examples are those of the issuing offices and of the encyclopaedia's pages on each number.</summary>
public sealed class NationalIdTests
{
    [Theory]
    [InlineData("123-45-6789")] // USA
    [InlineData("AB 12 34 56 C")] // United Kingdom
    [InlineData("AB123456C")]
    [InlineData("1234567T")] // Ireland: sum 112, modulo 23 = 20 = T
    [InlineData("1234567FA")] // Ireland with second letter: 112 + 9 = 121, modulo 23 = 6 = F
    [InlineData("12345678Z")] // Spain, DNI
    [InlineData("12.345.678-Z")]
    [InlineData("X1234567L")] // Spain, NIE
    [InlineData("X-1234567-L")]
    [InlineData("RSSMRA85T10A562S")] // Italy
    [InlineData("rssmra85t10a562s")]
    [InlineData("15070649C103")] // Germany, pension insurance
    [InlineData("15 070649 C 103")]
    [InlineData("756.9217.0769.85")] // Switzerland
    [InlineData("529.982.247-25")] // Brazil
    [InlineData("85.07.30-033.28")] // Belgium
    public void Number_with_telling_form_is_found_anywhere(string id) =>
        Assert.Equal("NATIONAL_ID:" + id, Detected.In($"it is {id}, ok?"));

    [Theory]
    [InlineData("123-45-678")]
    [InlineData("000-12-3456")]
    [InlineData("123-00-4567")]
    [InlineData("GB123456C")] // prefix never issued
    [InlineData("AB123456E")] // no such suffix
    [InlineData("1234567U")] // wrong check letters from here
    [InlineData("12345678A")]
    [InlineData("X1234567M")]
    [InlineData("RSSMRA85T10A562T")]
    [InlineData("15070649C104")]
    [InlineData("756.9217.0769.86")]
    [InlineData("529.982.247-26")]
    [InlineData("86095742719")] // nothing but eleven digits without a word
    public void Number_with_wrong_form_or_check_stays(string id) => Assert.Equal("", Detected.In($"it is {id}, ok?"));

    [Theory]
    [InlineData("ssn 123456789", "123456789")]
    [InlineData("my social security number is 123 45 6789", "123 45 6789")]
    [InlineData("Steuer-ID: 86 095 742 719", "86 095 742 719")] // Germany, tax id of the Federal Central Tax Office
    [InlineData("BSN 111222333", "111222333")] // Netherlands
    [InlineData("PESEL 44051401359", "44051401359")] // Poland
    [InlineData("passport number is L95566650", "L95566650")]
    [InlineData("National ID: NID-850735335", "NID-850735335")]
    [InlineData("My driver's license number is 6940579", "6940579")]
    [InlineData("National Insurance AB123456", "AB123456")]
    public void Number_is_found_behind_a_word_that_names_it(string text, string expected) =>
        Assert.Equal("NATIONAL_ID:" + expected, Detected.In(text));

    [Theory]
    [InlineData("order 123-45-6789")]
    [InlineData("order 1234567T")]
    [InlineData("part number AB123456C")]
    [InlineData("car insurance policy 468646994")]
    [InlineData("national championship 2018-2019")]
    public void Number_labelled_as_something_else_stays(string text) => Assert.Equal("", Detected.In(text));
}

using Xunit;

namespace ConvoEval.UnitTests.Ingestion.Redaction;

public sealed class EmailAndUrlTests
{
    [Theory]
    [InlineData("my mail is john.doe@example.com thanks", "EMAIL:john.doe@example.com")]
    [InlineData("JOHN@EXAMPLE.COM.", "EMAIL:JOHN@EXAMPLE.COM")]
    [InlineData("mailto:a.b+c@sub.example.co.uk?subject=x", "EMAIL:a.b+c@sub.example.co.uk")]
    [InlineData("?email=a.b%40example.com&x=1", "EMAIL:a.b%40example.com")]
    [InlineData("{\"to\":\"x_y@example.org\"}", "EMAIL:x_y@example.org")]
    [InlineData("'quoted@example.com'", "EMAIL:quoted@example.com")]
    [InlineData("o'brien@example.ie", "EMAIL:o'brien@example.ie")]
    [InlineData("电邮foo@example.com谢谢", "EMAIL:foo@example.com")]
    [InlineData("timоthу@iclоud.com", "EMAIL:timоthу@iclоud.com")]
    public void Email_is_found(string text, string expected) => Assert.Equal(expected, Detected.In(text));

    [Theory]
    [InlineData("john at example dot com", "EMAIL:john at example dot com")]
    [InlineData("john dot smith at example dot co dot uk", "EMAIL:john dot smith at example dot co dot uk")]
    [InlineData("john (at) example.com", "EMAIL:john (at) example.com")]
    [InlineData("john[at]example[dot]org", "EMAIL:john[at]example[dot]org")]
    [InlineData("juan arroba ejemplo punto es", "EMAIL:juan arroba ejemplo punto es")]
    [InlineData("send it to jack@gmail dot com", "EMAIL:jack@gmail dot com")]
    [InlineData("jerry123@gmail,com", "EMAIL:jerry123@gmail,com")]
    [InlineData("j.doe @ example.com", "EMAIL:j.doe @ example.com")]
    public void Spelled_email_is_found(string text, string expected) => Assert.Equal(expected, Detected.In(text));

    [Theory]
    [InlineData("meet me at amazon dot com")]
    [InlineData("visit us @ example.com")]
    [InlineData("reach me at gmail.com")]
    [InlineData("user@localhost, @handle, 5 widgets @ £2")]
    [InlineData("version 2.0 at example.com")]
    [InlineData("I look at the point of it")]
    [InlineData("a@b..com x@.com @x.com")]
    public void What_only_resembles_an_email_stays(string text) => Assert.Equal("", Detected.In(text));

    [Theory]
    [InlineData("https://user:s3cret@example.com/p", "URL_CREDENTIALS:user:s3cret")]
    [InlineData("postgres://admin:p@ss@db:5432/x", "URL_CREDENTIALS:admin:p@ss")]
    [InlineData("see https://x.example.com/a?token=abcdef123&y=1.", "URL_CREDENTIALS:abcdef123")]
    [InlineData("/login?user=a&password=hunter22", "URL_CREDENTIALS:hunter22")]
    public void Secret_in_a_url_is_found_without_its_host(string text, string expected) =>
        Assert.Equal(expected, Detected.In(text));

    [Theory]
    [InlineData("https://example.com:8080/a@b")]
    [InlineData("https://example.com/?page=2&sort=name")]
    [InlineData("what is a token=? &c")]
    public void Url_without_secret_stays(string text) => Assert.Equal("", Detected.In(text));

    [Theory]
    [InlineData("203.0.113.7:8080", "IP:203.0.113.7")]
    [InlineData("my ip is 1.2.3.4", "IP:1.2.3.4")]
    [InlineData("http://192.168.1.20/x", "IP:192.168.1.20")]
    [InlineData("from 2001:db8::ff00:42:8329.", "IP:2001:db8::ff00:42:8329")]
    [InlineData("[fe80::1ff:fe23:4567:890a]", "IP:fe80::1ff:fe23:4567:890a")]
    public void Ip_address_is_found(string text, string expected) => Assert.Equal(expected, Detected.In(text));

    [Theory]
    [InlineData("version 103.20.30.44")]
    [InlineData("v10.0.14.2, Magento 1.4.0.1")]
    [InlineData("127.0.0.1 and 0.0.0.0 and 255.255.255.0")]
    [InlineData("256.1.1.1 or 1.2.3 or 1.2.3.4.5")]
    [InlineData("std::vector a::b 12:30:45 00:1A:2B:3C:4D:5E")]
    public void What_only_resembles_an_ip_address_stays(string text) => Assert.Equal("", Detected.In(text));
}

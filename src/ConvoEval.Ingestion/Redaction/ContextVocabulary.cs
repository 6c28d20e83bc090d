namespace ConvoEval.Ingestion.Redaction;

/// <summary>
/// The words of <see cref="ContextWords"/> in English, German, French, Spanish, Italian, Dutch and Portuguese.
/// </summary>
internal static class ContextVocabulary
{
    /// <summary>Words by what they say; a word may stand in several lists.</summary>
    public static readonly (ContextKind Kind, string Words)[] Lists =
    [
        (ContextKind.Phone,
            "phone phones telephone tel telefon telefonnummer rufnummer telefono teléfono téléphone telephone " +
            "telefone telefoon mobile mobil mobilnummer movil móvil cellphone cellular celular cellulare handynummer " +
            "fax whatsapp sms landline hotline helpline msisdn gsm ph mob tty voicemail"),
        (ContextKind.PhoneLabel, "desk pager portable handy cell office home work registered line toll"),
        (ContextKind.PhoneAct,
            "call calls called calling callback dialled dialed ring rang reach reached text texted message " +
            "messages contact contacts contacted answering anrufen erreichen erreichbar llamar llámame llamame " +
            "appeler appelez chiamare chiamami bellen ligar"),
        (ContextKind.Birth,
            "birth born birthday birthdate dob birthdays geboren geburtsdatum geburtstag nacimiento nacido nacida " +
            "naissance né née nascita nato nata geboortedatum nascimento nascido nascida"),
        (ContextKind.OtherDay,
            "order ordered orders delivery delivered deliver arrive arrives arrived arriving since filed effective " +
            "expires expired expiry expiration due appointment flight departure depart return returned ship shipped " +
            "booked booking placed hired hire started start joined signed issued invoice scheduled meeting died " +
            "death passed married today yesterday until"),
        (ContextKind.Card,
            "card cards cc credit debit visa mastercard amex maestro discover diners jcb pan karte kreditkarte " +
            "tarjeta carte carta kaart cartão"),
        (ContextKind.Label,
            "order orders ordernumber bestellung bestellnummer pedido commande ordine bestelling tracking track " +
            "parcel package shipment consignment waybill invoice rechnung rechnungsnummer factura facture fattura " +
            "receipt booking reservation buchung reference ref ticket case claim policy account acct konto " +
            "kontonummer transaction txn serial sku part model item product article artikel isbn issn ean upc gtin " +
            "imei iccid vin error code pin otp po customer kundennummer membership member loyalty voucher coupon " +
            "docket bates batch lot routing sort flight room zip postcode meter barcode variant charger holder " +
            "protector uuid guid hash checksum timestamp epoch size bytes"),
        (ContextKind.Amount,
            "amount price cost costs total balance paid fee usd eur gbp dollars euros pounds sum salary worth points " +
            "views miles units qty quantity population limit budget betrag summe importe montant"),
        (ContextKind.NationalId,
            "ssn social itin taxpayer tin nino pps ppsn dni nie nif fiscale steuer steuerid steuernummer " +
            "steueridentifikationsnummer identifikationsnummer idnr sozialversicherungsnummer " +
            "rentenversicherungsnummer bsn burgerservicenummer pesel cpf ahv nir passport reisepass pasaporte " +
            "passeport passaporto paspoort citizen driver drivers personalausweis ausweisnummer nid sécurité " +
            "rijksregisternummer"),
        (ContextKind.Version,
            "version ver release build firmware section clause chapter paragraph article rev revision update kernel " +
            "sdk api software patch abschnitt"),
        (ContextKind.Network, "ip ipv4 ipv6 address addresses host server client dns gateway router"),
        (ContextKind.Mail, "mail email mails emails address correo courriel contact reach write"),
        (ContextKind.Id, "id ids"),
        (ContextKind.Filler,
            "number numbers no nr num nummer numero número numéro is was s the my your our its it for a an as of on " +
            "to and or are ist lautet es est"),
    ];
}

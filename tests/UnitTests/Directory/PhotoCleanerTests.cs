using System.Text;
using Portal.Directory.Photos;
using Shouldly;
using TestSupport;
using Xunit;

namespace UnitTests.Directory;

public sealed class PhotoCleanerTests
{
    public static TheoryData<string> Formats => ["jpeg", "png", "webp"];

    [Theory, MemberData(nameof(Formats))]
    public void Nothing_is_left_of_where_when_and_with_what_it_was_taken(string format)
    {
        var sent = Make(format);
        Encoding.Latin1.GetString(sent).ShouldContain(PhotoFiles.Secret);

        var clean = PhotoCleaner.Clean(sent);

        (clean.ContentType, clean.Width, clean.Height).ShouldBe(("image/" + format, 640, 480));
        var text = Encoding.Latin1.GetString(clean.Bytes);
        foreach (var trace in new[] { PhotoFiles.Secret, "Exif", "EXIF", "eXIf", "XMP", "xmp", "ICC", "tEXt", "tIME", "Photoshop", "MotionPhoto", "JOAN" }) text.ShouldNotContain(trace, Case.Sensitive);
    }

    [Theory, MemberData(nameof(Formats))]
    public void A_photo_that_lies_on_its_side_is_turned_by_one_tag_and_by_nothing_else(string format)
    {
        var clean = PhotoCleaner.Clean(Make(format, orientation: 6));

        (clean.Width, clean.Height).ShouldBe((480, 640));
        var text = Encoding.Latin1.GetString(clean.Bytes);
        text.ShouldNotContain(PhotoFiles.Secret);
        text.ShouldContain(Encoding.Latin1.GetString(ExifOrientation.Write(6)));
        ExifOrientation.Read(ExifOrientation.Write(6)).ShouldBe(6);
    }

    [Theory, MemberData(nameof(Formats))]
    public void What_is_clean_stays_as_it_is(string format)
    {
        foreach (var orientation in new[] { 1, 3, 8 })
        {
            var clean = PhotoCleaner.Clean(Make(format, orientation: orientation)).Bytes;
            PhotoCleaner.Clean(clean).Bytes.ShouldBe(clean);
        }
    }

    [Theory, MemberData(nameof(Formats))]
    public void The_picture_itself_is_copied_byte_for_byte(string format)
        => PhotoCleaner.Clean(Make(format)).Bytes.ShouldBe(PhotoCleaner.Clean(Make(format, withMetadata: false)).Bytes);

    [Theory, MemberData(nameof(Formats))]
    public void A_file_cut_off_anywhere_is_refused(string format)
    {
        var whole = PhotoCleaner.Clean(Make(format)).Bytes;
        for (var length = 0; length < whole.Length; length += length < 400 ? 1 : 97)
        {
            var cut = whole[..length];
            Should.Throw<PhotoException>(() => PhotoCleaner.Clean(cut), $"{length} of {whole.Length} bytes").Fault.ShouldBeOneOf(PhotoFault.Damaged, PhotoFault.NotAPhoto);
        }
    }

    [Theory, MemberData(nameof(Formats))]
    public void Whatever_bytes_are_changed_it_is_a_clean_photo_or_a_named_fault(string format)
    {
        var random = new Random(20261125);
        var whole = Make(format);
        for (var round = 0; round < 3000; round++)
        {
            var broken = (byte[])whole.Clone();
            for (var change = random.Next(1, 6); change > 0; change--) broken[random.Next(Math.Min(broken.Length, 900))] = (byte)random.Next(256);
            try
            {
                var clean = PhotoCleaner.Clean(broken);
                clean.Width.ShouldBeInRange(PhotoCleaner.ShortestSide, PhotoCleaner.LongestSide);
                PhotoCleaner.Clean(clean.Bytes).Bytes.ShouldBe(clean.Bytes);
            }
            catch (PhotoException)
            {
                // Refused, and by name.
            }
        }
    }

    [Theory]
    [InlineData(100, 480, nameof(PhotoFault.TooSmall))]
    [InlineData(8001, 480, nameof(PhotoFault.TooManyPixels))]
    [InlineData(7000, 7000, nameof(PhotoFault.TooManyPixels))]
    public void The_size_is_read_from_the_bytes(int width, int height, string fault)
    {
        var png = PhotoFiles.Webp(width, height);
        Should.Throw<PhotoException>(() => PhotoCleaner.Clean(png)).Fault.ToString().ShouldBe(fault);
    }

    [Fact]
    public void What_only_says_that_it_is_a_photo_is_none()
    {
        foreach (var (bytes, fault) in new[]
        {
            ("GIF89a"u8.ToArray(), PhotoFault.NotAPhoto),
            (Encoding.ASCII.GetBytes("<svg xmlns='http://www.w3.org/2000/svg'/>"), PhotoFault.NotAPhoto),
            (new byte[PhotoCleaner.MostBytes + 1], PhotoFault.TooLarge),
            ([], PhotoFault.NotAPhoto),
            (PhotoFiles.Webp(moves: true), PhotoFault.Moving),
        })
        {
            Should.Throw<PhotoException>(() => PhotoCleaner.Clean(bytes)).Fault.ShouldBe(fault);
        }
    }

    [Fact]
    public void A_PNG_whose_checksum_does_not_fit_is_damaged()
    {
        var png = PhotoFiles.Png(withMetadata: false);
        png[50] ^= 1;
        Should.Throw<PhotoException>(() => PhotoCleaner.Clean(png)).Fault.ShouldBe(PhotoFault.Damaged);
    }

    private static byte[] Make(string format, int orientation = 1, bool withMetadata = true) => format switch
    {
        "jpeg" => PhotoFiles.Jpeg(orientation: orientation, withMetadata: withMetadata),
        "png" => PhotoFiles.Png(orientation: orientation, withMetadata: withMetadata),
        _ => PhotoFiles.Webp(orientation: orientation, withMetadata: withMetadata),
    };
}

using CtoBot.EndToEnd.Driver;
using CtoBot.Tests.Support;

namespace CtoBot.EndToEnd;

/// <summary>The icons of the Teams app package are the drawings beside them. With <c>CTOBOT_UPDATE_GOLDEN=1</c> they are drawn anew; look at them before you keep them.</summary>
public sealed class IconTests(Chromium browser)
{
    private const string DataUrl = "data:image/png;base64,";

    /// <summary>Of 255, on average over all pixels and channels: browsers of different ages smooth edges a little differently.</summary>
    private const double Alike = 1;

    [Theory]
    [InlineData("color", 192)]
    [InlineData("outline", 32)]
    public async Task An_icon_is_what_its_drawing_shows(string name, int size)
    {
        var page = await browser.NewPageAsync();
        var svg = await File.ReadAllTextAsync(Repository.PathOf("manifest", "icons", name + ".svg"), TestContext.Current.CancellationToken);
        var drawn = await page.EvaluateAsync<string>(Draw("async ({ svg, size }) => (await draw('data:image/svg+xml,' + encodeURIComponent(svg), size)).toDataURL('image/png')"), new { svg, size });
        var path = Repository.PathOf("manifest", "icons", name + ".png");
        if (Environment.GetEnvironmentVariable("CTOBOT_UPDATE_GOLDEN") == "1")
            await File.WriteAllBytesAsync(path, Convert.FromBase64String(drawn[DataUrl.Length..]), TestContext.Current.CancellationToken);
        var kept = DataUrl + Convert.ToBase64String(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
        var difference = await page.EvaluateAsync<double>(Draw("""
            async ({ drawn, kept, size }) => {
              const [a, b] = await Promise.all([drawn, kept].map(async url => (await draw(url, size)).getContext('2d').getImageData(0, 0, size, size).data));
              return a.reduce((sum, value, index) => sum + Math.abs(value - b[index]), 0) / a.length;
            }
            """), new { drawn, kept, size });
        Assert.InRange(difference, 0, Alike);
        await page.CloseAsync();
    }

    /// <summary>A function, given as script, that can draw a picture at a size on a canvas which is empty before.</summary>
    private static string Draw(string function) => $$"""
        argument => {
          const draw = async (url, size) => {
            const image = new Image();
            image.src = url;
            await image.decode();
            const canvas = Object.assign(document.createElement('canvas'), { width: size, height: size });
            canvas.getContext('2d').drawImage(image, 0, 0, size, size);
            return canvas;
          };
          return ({{function}})(argument);
        }
        """;
}

import { chromium } from "@playwright/test";
import { findBrowser } from "@/scripts/browser";

const window = { width: 1440, height: 900 };

/** A browser that is signed in to a console by these cookies. Each page has a context of its own. */
export async function openChromium(url: string, cookie: string) {
  const browser = await chromium.launch({
    executablePath: findBrowser() ?? "",
    args: ["--disable-gpu", "--no-sandbox", "--disable-background-networking", "--disable-component-update"],
  });
  return {
    async open() {
      const context = await browser.newContext({ baseURL: url, viewport: window });
      await context.addCookies(
        cookie.split("; ").map((pair) => {
          const [name = "", ...value] = pair.split("=");
          return { name, value: value.join("="), url };
        }),
      );
      // What names functions where TypeScript is compiled on the way.
      await context.addInitScript("globalThis.__name = (named) => named");
      return context.newPage();
    },
    close: () => browser.close(),
  };
}

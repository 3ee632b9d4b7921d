import type en from "./messages/en.json";

declare module "use-intl" {
  interface AppConfig {
    Locale: "en-GB" | "en-GB-u-hc-h12";
    Messages: typeof en;
  }
}

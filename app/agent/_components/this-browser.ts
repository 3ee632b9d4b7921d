type Brand = { brand: string; version: string };

declare global {
  /** Chromium's, on https and localhost alone. */
  interface Navigator {
    readonly userAgentData?: {
      readonly brands: readonly Brand[];
      readonly platform: string;
      getHighEntropyValues(hints: string[]): Promise<{ platformVersion?: string }>;
    };
  }
}

export type ThisBrowser = { osName: string; osVersion: string; browserName: string; browserVersion: string };

/** The browser and its operating system, as far as the browser tells. */
export async function thisBrowser(navigator: Navigator): Promise<ThisBrowser> {
  const data = navigator.userAgentData;
  const browser = (data && browserOfBrands(data.brands)) ?? browserOf(navigator.userAgent);
  const os = osOf(navigator.userAgent);
  if (!data?.platform) return { ...browser, ...os };
  const { platformVersion = "" } = await data
    .getHighEntropyValues(["platformVersion"])
    .catch(() => ({ platformVersion: "" }));
  return { ...browser, osName: data.platform, osVersion: osVersion(data.platform, platformVersion) };
}

/** Windows tells 13 and above for Windows 11; Linux tells its kernel or nothing. */
function osVersion(platform: string, told: string) {
  const [major = 0, minor] = told.split(".").map(Number);
  if (platform === "Linux" || major === 0) return "";
  if (platform === "Windows") return major >= 13 ? "11" : "10";
  return minor ? `${major}.${minor}` : String(major);
}

export function browserOfBrands(brands: readonly Brand[]) {
  const named = brands.filter(({ brand }) => !/not.*brand/i.test(brand));
  const own = named.find(({ brand }) => brand !== "Chromium") ?? named[0];
  return own && { browserName: own.brand.replace(/^(Google|Microsoft) /, ""), browserVersion: own.version };
}

const browsers = [
  ["Edge", /Edg(?:A|iOS)?\/(\d+)/],
  ["Opera", /OPR\/(\d+)/],
  ["Firefox", /(?:Firefox|FxiOS)\/(\d+)/],
  ["Chrome", /(?:Chrome|CriOS)\/(\d+)/],
  ["Safari", /Version\/(\d+(?:\.\d+)?).*Safari/],
] as const;

export function browserOf(userAgent: string) {
  for (const [browserName, pattern] of browsers) {
    const browserVersion = pattern.exec(userAgent)?.[1];
    if (browserVersion) return { browserName, browserVersion };
  }
  return { browserName: "", browserVersion: "" };
}

export function osOf(userAgent: string) {
  const ios = /(?:iPhone|CPU) OS (\d+)_(\d+)/.exec(userAgent);
  if (ios) return { osName: "iOS", osVersion: `${ios[1]}.${ios[2]}` };
  const android = /Android (\d+(?:\.\d+)?)/.exec(userAgent)?.[1];
  if (android) return { osName: "Android", osVersion: android };
  // Browsers froze the versions of these in the user agent years ago.
  if (userAgent.includes("Windows")) return { osName: "Windows", osVersion: "" };
  if (userAgent.includes("Mac OS X")) return { osName: "macOS", osVersion: "" };
  return { osName: userAgent.includes("Linux") ? "Linux" : "", osVersion: "" };
}

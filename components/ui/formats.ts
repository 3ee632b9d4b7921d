// Making a format takes longer than hundreds of uses: each kind is made once.

const dates = new Map<string, Intl.DateTimeFormat>();
const numbers = new Map<string, Intl.NumberFormat>();
const clocks = new Map<string, "h12" | "h23">();
const relatives = new Map<string, Intl.RelativeTimeFormat>();

function kept<F>(known: Map<string, F>, key: string, make: () => F): F {
  const format = known.get(key) ?? make();
  known.set(key, format);
  return format;
}

export const dateFormat = (locale: string, options: Intl.DateTimeFormatOptions) =>
  kept(dates, locale + JSON.stringify(options), () => new Intl.DateTimeFormat(locale, options));

export const countFormat = (locale: string) => kept(numbers, locale, () => new Intl.NumberFormat(locale));

/** "38%" */
export const percentFormat = (locale: string) =>
  kept(
    numbers,
    `${locale} %`,
    () => new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 }),
  );

/** "today", "yesterday" */
export const relativeFormat = (locale: string) =>
  kept(relatives, locale, () => new Intl.RelativeTimeFormat(locale, { numeric: "auto" }));

/** Twelve hours where the locale asks for them, as `en-GB-u-hc-h12` does. */
export const hourCycleOf = (locale: string) =>
  kept(clocks, locale, () => (new Intl.Locale(locale).hourCycle === "h12" ? "h12" : "h23"));

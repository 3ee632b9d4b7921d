import { writeCookie } from "@/components/ui/cookie";

export type Theme = "light" | "dark" | "system";

export const themeCookie = "theme";
const themeChosen = "rollcall:theme";

/** What a cookie says, read forgivingly. */
export function parseTheme(value: string | undefined): Theme {
  return value === "light" || value === "dark" ? value : "system";
}

/** For `<html data-theme>`: absent means the system's. */
export function themeAttribute(theme: Theme) {
  return theme === "system" ? undefined : theme;
}

/** In the browser: the theme chosen, whoever chose it last. */
export const chosenTheme = () => parseTheme(document.documentElement.dataset.theme);

/** In the browser: at once on the page, and in a cookie for the next first paint. */
export function applyTheme(theme: Theme) {
  const attribute = themeAttribute(theme);
  if (attribute) document.documentElement.dataset.theme = attribute;
  else delete document.documentElement.dataset.theme;
  writeCookie(themeCookie, theme);
  window.dispatchEvent(new CustomEvent(themeChosen, { detail: theme }));
}

/** Calls back whenever somebody chooses a theme, wherever on the page; returns how to stop. */
export function onThemeChosen(keep: (theme: Theme) => void) {
  const listen = (event: Event) => {
    if (event instanceof CustomEvent) keep(parseTheme(event.detail));
  };
  window.addEventListener(themeChosen, listen);
  return () => window.removeEventListener(themeChosen, listen);
}

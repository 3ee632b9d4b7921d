/** The look that every control with an edge shares. */
export const controlStyle =
  "w-full rounded-md border border-line-field bg-panel px-2.5 text-ink shadow-xs outline-none transition-colors duration-100 hover:border-ink-3 focus-visible:border-accent focus-visible:ring-2 focus-visible:ring-accent/25 disabled:cursor-not-allowed disabled:bg-sunken disabled:text-ink-3 aria-invalid:border-danger aria-invalid:focus-visible:ring-danger/25";

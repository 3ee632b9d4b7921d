/** Where a browser keeps how it showed a grid last. */
export const layoutCookie = (grid: string) => `rollcall-grid-${grid}`;

/** Keeps, for this browser, whether the charts are folded away: `folded`. */
export const chartsCookie = "report-charts";

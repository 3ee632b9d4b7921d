/** The same for every chart, and for what stands in place of one: nothing jumps. */
export const chartHeight = 172;

/** Fields and buttons of a size for thumbs; 16 px, below which phones zoom in on a field. */
export const largeField = "h-12! px-3.5! text-lg";
export const largeButton = "h-12! w-full rounded-lg! text-md";

/** The order with `id` moved (or put) before `beforeId`; `null` is the end. */
export function moveItem(order: readonly string[], id: string, beforeId: string | null): string[] {
  if (id === beforeId) return [...order];
  const rest = order.filter((other) => other !== id);
  const at = beforeId === null ? -1 : rest.indexOf(beforeId);
  return at === -1 ? [...rest, id] : [...rest.slice(0, at), id, ...rest.slice(at)];
}

/** Before which item something lands that is held over `overId`: past it when it comes from its left. */
export function landingBefore(order: readonly string[], id: string, overId: string): string | null {
  const from = order.indexOf(id);
  const over = order.indexOf(overId);
  return from !== -1 && from < over ? (order[over + 1] ?? null) : overId;
}

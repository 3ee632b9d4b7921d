import type { Channel, Direction } from "@/client/rollcall";

export type Simulated = { channel: Channel; outbound: boolean; service: string };

/** What may be simulated, each with its text in the messages. */
export const simulations = {
  "inbound-voice": { channel: "voice", outbound: false, service: "Invoices" },
  "inbound-chat": { channel: "chat", outbound: false, service: "Website" },
  "inbound-email": { channel: "email", outbound: false, service: "Complaints" },
  "outbound-voice": { channel: "voice", outbound: true, service: "Call back" },
} as const satisfies Record<string, Simulated>;

type Kind = `${Direction}-${Channel}`;

/** Its kind in the messages. */
export const kindOf = ({ channel, direction }: { channel: Channel; direction: Direction }): Kind =>
  `${direction}-${channel}`;

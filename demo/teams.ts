import type { Direction, InteractionChannel } from "@/prisma/generated/enums";

export const berlin = "Europe/Berlin";
const newYork = "America/New_York";

/** What a team does all day. */
export type Trade = {
  name: string;
  zone: typeof berlin | typeof newYork;
  /** Of 200 agents. */
  size: number;
  channels: readonly (readonly [InteractionChannel, number])[];
  services: readonly string[];
  /** How much of it the agents begin themselves. */
  outbound: number;
  /** Also at weekends and on holidays. */
  everyDay: boolean;
  /** How many of them work on a phone. */
  mobile: number;
  /** Their apps are installed by the company's IT. */
  packaged?: boolean;
};

const voice = [["voice", 1]] as const;

/** The twelve teams of the centre. */
export const trades: readonly Trade[] = [
  {
    ...{ name: "Billing", zone: berlin, size: 24, everyDay: false, mobile: 0.25, outbound: 0.1 },
    channels: [
      ["voice", 7],
      ["email", 3],
    ],
    services: ["Invoice questions", "Payment plans", "Refunds"],
  },
  {
    ...{ name: "Orders", zone: berlin, size: 22, everyDay: true, mobile: 0.2, outbound: 0.05 },
    channels: [
      ["voice", 6],
      ["chat", 4],
    ],
    services: ["New orders", "Delivery status", "Changes to an order"],
  },
  {
    ...{ name: "Returns", zone: berlin, size: 13, everyDay: false, mobile: 0.3, outbound: 0 },
    channels: [
      ["chat", 6],
      ["email", 4],
    ],
    services: ["Return labels", "Exchange", "Damaged goods"],
  },
  {
    ...{ name: "Technical Support", zone: berlin, size: 28, everyDay: true, mobile: 0.15, outbound: 0.08 },
    channels: [
      ["voice", 6],
      ["chat", 4],
    ],
    services: ["Router and modem", "Mobile line", "E-mail and accounts", "Set-up"],
  },
  {
    ...{ name: "Second Line", zone: berlin, size: 9, everyDay: false, mobile: 0.2, outbound: 0.5 },
    channels: voice,
    services: ["Call-backs", "Escalations"],
  },
  {
    ...{ name: "Field Dispatch", zone: berlin, size: 14, everyDay: true, mobile: 0.9, outbound: 0.5 },
    packaged: true,
    channels: voice,
    services: ["Technician on site", "Appointments"],
  },
  {
    ...{ name: "Retention", zone: berlin, size: 11, everyDay: false, mobile: 0.1, outbound: 0.6 },
    channels: voice,
    services: ["Contract renewal", "Cancellations"],
  },
  {
    ...{ name: "Back Office", zone: berlin, size: 8, everyDay: false, mobile: 0, outbound: 0.3 },
    channels: [["email", 1]],
    services: ["Letters and forms", "Address changes"],
  },
  {
    ...{ name: "Sales New York", zone: newYork, size: 26, everyDay: true, mobile: 0.35, outbound: 0.55 },
    channels: voice,
    services: ["Inbound sales", "Win-back campaign", "Upgrades"],
  },
  {
    ...{ name: "Service New York", zone: newYork, size: 24, everyDay: true, mobile: 0.25, outbound: 0.05 },
    channels: [
      ["voice", 7],
      ["chat", 3],
    ],
    services: ["Account questions", "Delivery status", "Complaints"],
  },
  {
    ...{ name: "Claims", zone: newYork, size: 14, everyDay: false, mobile: 0.1, outbound: 0.2 },
    channels: [
      ["voice", 4],
      ["email", 6],
    ],
    services: ["New claims", "Claim status"],
  },
  {
    ...{ name: "VIP Desk", zone: newYork, size: 7, everyDay: true, mobile: 0.6, outbound: 0.3 },
    channels: [
      ["voice", 8],
      ["chat", 2],
    ],
    services: ["Key accounts"],
  },
];

/** As many agents in each team as its share of all says; none is left over. */
export function sizesFor(agents: number): number[] {
  const whole = trades.reduce((sum, { size }) => sum + size, 0);
  let upTo = 0;
  let given = 0;
  return trades.map(({ size }) => {
    upTo += size;
    const here = Math.round((agents * upTo) / whole) - given;
    given += here;
    return here;
  });
}

export type Work = { channel: InteractionChannel; direction: Direction; service: string };

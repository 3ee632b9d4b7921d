import { Mail, MessageSquare, PhoneIncoming, PhoneOutgoing } from "lucide-react";
import type { Channel } from "@/client/rollcall";

export function ChannelIcon({ channel, outbound }: { channel: Channel; outbound: boolean }) {
  if (channel === "chat") return <MessageSquare aria-hidden />;
  if (channel === "email") return <Mail aria-hidden />;
  return outbound ? <PhoneOutgoing aria-hidden /> : <PhoneIncoming aria-hidden />;
}

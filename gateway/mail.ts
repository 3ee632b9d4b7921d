import { createTranslator } from "use-intl/core";
import { env } from "@/lib/env";
import type { MailContent, Wording, WorkItemMail } from "@/lib/mail/schema";
import en from "@/messages/en.json";
import { wordReport, wordSchedule } from "./report-mail";
import { texts } from "./texts";

const channels = createTranslator({ locale: "en-GB", messages: en, namespace: "release.channel" });

/** Words a mail when it goes out. */
export function wordMail(content: MailContent): Wording {
  switch (content.code) {
    case "report":
      return wordReport(content);
    case "schedule-failed":
    case "schedule-undelivered":
    case "schedule-stopped":
      return wordSchedule(content);
    default:
      return wordWorkItem(content);
  }
}

function wordWorkItem({ code, channel, ...content }: WorkItemMail): Wording {
  const { devices, timeZone } = content;
  const format = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone });
  const moment = (at: string | null) => (at === null ? "" : format.format(new Date(at)));
  const figures = {
    app: channels(channel),
    release: content.release,
    team: content.team,
    madeAt: moment(content.madeAt),
    signOutAt: moment(content.signOutAt),
  };
  const link = new URL("/releases/work-items", env().CONSOLE_URL).href;
  const lines = [
    texts(`mail.what.${code}`, figures),
    texts("mail.devices", { count: devices }),
    content.signOutAt === null
      ? texts("mail.no-sign-out")
      : texts("mail.sign-out", { signOutAt: figures.signOutAt, timeZone }),
    texts("mail.link", { link }),
  ];
  return { subject: texts(`mail.subject.${code}`, figures), text: `${lines.join("\n\n")}\n` };
}

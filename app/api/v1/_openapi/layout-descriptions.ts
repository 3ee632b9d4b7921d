import type { Descriptions } from "@/lib/openapi/fields";

/** What the fields and parameters of layouts mean. */
export const layoutDescriptions: Descriptions = {
  subject: "Of what it is a layout: the Agent Metrics View (`agents`) or the Agent Login/Logout report.",
  "parameter.subject":
    "Of what they are: the Agent Metrics View (`agents`) or the Agent Login/Logout report.",
  "parameter.revision": "The layout's `revision` as it was seen.",
  "Layout.revision": "Goes up with every change.",
  "ChangeLayout.revision": "The layout's `revision` as it was seen.",
  audience: "Who sees it beside its owner.",
  "audience.kind": "Nobody, a team's supervisors, or everyone who may read what it is a layout of.",
  "audience.teamId": "The team's id.",
  "Layout.owner": "The name of the person whose it is; null where the token may not see that person.",
  "Layout.mine": "Whether it belongs to whoever the token acts for.",
  "Layout.gone":
    "What it names that is not there any more, and parts of it that are not understood, such as `sort`: `content` leaves them out.",
  content: "What is shown, and how. What is left out of it is as in the stock layout.",
  "content.version": "The version of this form.",
  "content.order":
    "Columns in their order. The report shows these and no others; none stands for the stock columns.",
  "content.widths": "Widths of columns in px.",
  "content.hidden": "Columns of the Agent Metrics View that are put away (true) or asked for (false).",
  "content.density": "How much room rows have.",
  "content.sort": "By what it is sorted, in the order in which that counts.",
  "content.sort.id": "The column.",
  "content.sort.desc": "Whether it goes down.",
  "content.filters":
    'Values of the parameters of its address, by their names: `{"os": ["iOS 14.8"], "preset": ["lastMonth"]}`.',
  "content.group": "The columns whose equal values make a group.",
};

import type { ColumnType } from "./catalogue";
import { columnName, escaped } from "./xlsx-cells";

// The parts of a workbook beside its rows (ECMA-376).

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";
const content = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const widths: Record<ColumnType, number> = {
  text: 24,
  enum: 22,
  flag: 14,
  moment: 20,
  date: 12,
  duration: 14,
  percent: 12,
  count: 14,
};

/** A sheet up to its first row; its head stays in sight where it has one. */
export function sheetBegins(types: readonly ColumnType[], hasHead: boolean): string {
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  const columns = types.map(
    (type, at) => `<col min="${at + 1}" max="${at + 1}" width="${widths[type]}" customWidth="1"/>`,
  );
  return `${xml}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">${hasHead ? pane : ""}</sheetView></sheetViews><cols>${columns.join("")}</cols><sheetData>`;
}

/** And from its last row on: what is below its head can be filtered there. */
export const sheetEnds = (columns: number, lastRow: number) =>
  lastRow > 1
    ? `</sheetData><autoFilter ref="A1:${columnName(columns - 1)}${lastRow}"/></worksheet>`
    : "</sheetData></worksheet>";

const sheetFile = (at: number) => `worksheets/sheet${at + 1}.xml`;
export const sheetPath = (at: number) => `xl/${sheetFile(at)}`;

/** Everything else of a workbook with these sheets, by where it lies. */
export function workbookParts(sheets: readonly string[]): Record<string, string> {
  const listed = sheets.map(
    (name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  const related = [
    ...sheets.map((_, at) => ["worksheet", sheetFile(at)] as const),
    ["styles", "styles.xml"] as const,
  ];
  const overrides = [
    ["/xl/workbook.xml", "sheet.main+xml"] as const,
    ["/xl/styles.xml", "styles+xml"] as const,
    ...sheets.map((_, at) => [`/${sheetPath(at)}`, "worksheet+xml"] as const),
  ];
  return {
    "[Content_Types].xml": `${xml}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.map(([part, type]) => `<Override PartName="${part}" ContentType="${content}.${type}"/>`).join("")}</Types>`,
    "_rels/.rels": relationsOf([["officeDocument", "xl/workbook.xml"]]),
    "xl/_rels/workbook.xml.rels": relationsOf(related),
    "xl/workbook.xml": `${xml}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${listed.join("")}</sheets></workbook>`,
    "xl/styles.xml": stylesXml,
  };
}

const relationsOf = (targets: readonly (readonly [type: string, target: string])[]) =>
  `${xml}<Relationships xmlns="${packages}/relationships">${targets
    .map(
      ([type, target], at) =>
        `<Relationship Id="rId${at + 1}" Type="${relations}/${type}" Target="${target}"/>`,
    )
    .join("")}</Relationships>`;

const momentFormat = 164;
const dateFormat = 165;
const durationFormat = 166;
/** Of every workbook: 0.00%. */
const percentFormat = 10;

const cellStyle = (format: number, bold = false) =>
  `<xf numFmtId="${format}" fontId="${bold ? 1 : 0}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"${bold ? ' applyFont="1"' : ""}/>`;

/** The cells' styles in the order of `styles`. */
const cellStyles = [
  cellStyle(0),
  cellStyle(momentFormat),
  cellStyle(dateFormat),
  cellStyle(durationFormat),
  cellStyle(percentFormat),
  cellStyle(0, true),
  cellStyle(durationFormat, true),
  cellStyle(percentFormat, true),
];

const stylesXml = `${xml}<styleSheet xmlns="${main}"><numFmts count="3"><numFmt numFmtId="${momentFormat}" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/><numFmt numFmtId="${dateFormat}" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="${durationFormat}" formatCode="[h]:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${cellStyles.length}">${cellStyles.join("")}</cellXfs></styleSheet>`;

import type { ChangeRuleDto, MeasuredDto, OutcomeLineDto, OutcomeReportDto, ShareDto } from '../../../api/types.gen';
import { OUTCOME_WORDS } from '../outcome-words';

/** A share with what it is of and how sure it is: a bare per cent of eleven people says more than is known. */
export const shareWords = ({ count, of, percent }: ShareDto): string =>
  $localize`${percent}:percent: % (${count}:count: of ${of}:of:)`;

export const intervalWords = ({ low, high }: ShareDto): string => $localize`${low}:low: to ${high}:high: %`;

export const VERDICT_WORDS: Record<OutcomeLineDto['verdicts'][number]['verdict'], string> = {
  recovered: $localize`Recovered`,
  improved: $localize`Improved`,
  unchanged: $localize`Unchanged`,
  deteriorated: $localize`Deteriorated`,
};

const NAMES: Record<'reliable' | 'noticeable' | 'derived', string> = {
  reliable: $localize`Reliable change`,
  noticeable: $localize`Noticeable change (a convention)`,
  derived: $localize`Change by a derived limit`,
};

const ruleWords = ({ name, threshold, source }: ChangeRuleDto): string =>
  $localize`${NAMES[name ?? 'reliable']}:name: from ${threshold}:points: points on: ${source}:source:.`;

const BEYOND = { '>=': '≥', '>': '>', '<': '<', '<=': '≤' };

/** By what this scale was judged, each rule that was used. */
export function basisWords({ rules, caseLine }: MeasuredDto): string {
  const line = caseLine
    ? $localize`Counted as a case: ${BEYOND[caseLine.op]}:op: ${caseLine.value}:value: (${caseLine.source}:source:).`
    : '';
  return [...rules.map(ruleWords), line].filter(Boolean).join(' ');
}

export const whoseWords = ({ name, staffId }: { name: string | null; staffId: string | null }): string =>
  name ?? (staffId ? $localize`Somebody who has left` : $localize`Nobody leads their care`);

/** A text that begins like a formula is one to a spreadsheet. */
const cell = (value: string | number | null | undefined): string => {
  const text = String(value ?? '');
  const plain = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
};

type Row = readonly (string | number | null | undefined)[];

const shareCells = (share: ShareDto | null): Row =>
  share ? [share.count, share.of, share.percent, share.low, share.high] : [null, null, null, null, null];

/** Every told number as a line of its own; what is hidden is an empty cell. */
export function reportCsv(report: OutcomeReportDto): string {
  const { from, to, askings, closed, measured } = report;
  const everyone = $localize`Whole practice`;
  const about = (line: { staffId: string | null; name: string | null }, isAll: boolean): string =>
    isAll ? everyone : whoseWords(line);
  const rows: Row[] = [['from', 'to', 'what', 'scale', 'whose', 'count', 'of', 'percent', 'low 95%', 'high 95%']];
  const add = (what: string, scale: string, whose: string, cells: Row): void =>
    void rows.push([from, to, what, scale, whose, ...cells]);
  for (const line of [askings.all, ...askings.therapists])
    if (line) add('askings answered', '', about(line, line === askings.all), shareCells(line.answered));
  for (const { outcome, people } of closed.items) add(`closed: ${OUTCOME_WORDS[outcome]}`, '', everyone, [people]);
  for (const { title, all, therapists } of measured)
    for (const line of [all, ...therapists]) {
      if (!line) continue;
      const whose = about(line, line === all);
      add('people measured twice', title, whose, [line.people]);
      add('better', title, whose, shareCells(line.better));
      for (const { verdict, people } of line.verdicts) add(verdict, title, whose, [people]);
      add('cases at the start', title, whose, shareCells(line.casesAtStart));
      add('cases at the end', title, whose, shareCells(line.casesAtEnd));
      add('moved to recovery', title, whose, shareCells(line.recovered));
    }
  return rows.map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
}

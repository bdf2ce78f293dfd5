import { Injectable } from '@nestjs/common';
import { FEWEST_SHOWN, OUTCOMES, tallied, type Outcome } from '../clients/outcomes.rules.js';
import { staffNames } from '../clients/people-names.js';
import { factsOf } from '../instruments/registry.content.js';
import { now } from '../platform/clock.js';
import { sql } from '../platform/database.js';
import { Invalid } from '../platform/errors.js';
import { actor } from '../platform/scope.js';
import { changeRuleDto, CutoffDto } from '../questionnaires/instruments.dto.js';
import { faultOf, quarterOf, type Span, type SpanFault, usualSpan } from './quarters.rules.js';
import type { AskingsDto, MeasuredDto, OutcomeReportDto, ReportQuery } from './report.dto.js';
import { clinicAskings, clinicLines, type Line, ownAskings, ownLines } from './report.rules.js';

interface ReadingRow {
  instrument_code: string;
  therapist_id: string | null;
  people: number;
  recovered: number;
  improved: number;
  unchanged: number;
  deteriorated: number;
  cases_first: number;
  cases_last: number;
  moved: number;
  rules: string[];
}

interface AskingRow {
  therapist_id: string | null;
  people: number;
  asked: number;
  met: number;
}

const FAULTS: Record<SpanFault, string> = {
  not_a_quarter: 'From the first day of a quarter to the last day of one.',
  not_over: 'Only quarters that are over are counted.',
  order: 'It ends before it begins.',
  too_long: 'At most twelve quarters.',
};

@Injectable()
export class ReportService {
  /**
   * Numbers of a span of quarters: the whole practice for its admin, with nothing small told; else one's own people and
   * those of whom one supervises. Throws `Invalid` for a span that is not of whole quarters that are over.
   */
  async report({ from, to, instrument }: ReportQuery): Promise<OutcomeReportDto> {
    const span = await this.span(from, to);
    const ownOnly = !actor().roles.includes('admin');
    const quarters = [quarterOf(span.from), quarterOf(span.to)];
    const readings = await sql<ReadingRow & Record<string, unknown>>(
      'outcome readings',
      'select * from outcome_readings($1, $2, $3)',
      [...quarters, instrument ?? null],
    );
    const askings = await sql<AskingRow & Record<string, unknown>>(
      'outcome askings',
      'select * from outcome_askings($1, $2)',
      quarters,
    );
    const closed = await sql<{ outcome: Outcome; people: number }>(
      'outcome closed',
      'select * from outcome_counts_between($1, $2)',
      [span.from, span.to],
    );
    const names = await staffNames([...readings, ...askings].flatMap(({ therapist_id: id }) => (id ? [id] : [])));
    return {
      ...span,
      ...{ fewest: FEWEST_SHOWN, ownOnly },
      askings: askingsOf(askings, names, ownOnly),
      closed: closedOf(new Map(closed.map(({ outcome, people }) => [outcome, people])), ownOnly),
      measured: measuredOf(readings, names, ownOnly),
    };
  }

  private async span(from: string | undefined, to: string | undefined): Promise<Span> {
    const [clinic] = await sql<{ today: string }>(
      'outcome today',
      'select ($1::timestamptz at time zone time_zone)::date as today from clinic',
      [now()],
    );
    const usual = usualSpan(clinic!.today);
    const span = { from: from ?? usual.from, to: to ?? usual.to };
    const fault = faultOf(span, clinic!.today);
    if (fault) throw new Invalid([{ path: from ? 'from' : 'to', code: fault, message: FAULTS[fault] }]);
    return span;
  }
}

type Names = ReadonlyMap<string, string>;

const nameOf = (id: string | null, names: Names): string | null => (id === null ? null : (names.get(id) ?? null));

/** By name, never by number: the order of a list is a ranking to whoever reads it. */
const byName = <T extends { name: string | null }>(lines: T[]): T[] =>
  lines.sort((a, b) => (a.name === null ? 1 : b.name === null ? -1 : a.name.localeCompare(b.name)));

function measuredOf(rows: readonly ReadingRow[], names: Names, ownOnly: boolean): MeasuredDto[] {
  const codes = [...new Set(rows.map(({ instrument_code: code }) => code))].sort();
  return codes.flatMap((code) => {
    const facts = factsOf(code);
    if (!facts) return [];
    const own = rows.filter((row) => row.instrument_code === code);
    const lines = byName(own.map((row) => lineOf(row, names)));
    const used = new Set(own.flatMap(({ rules }) => rules));
    const line = facts.cutoffs.find(({ caseness }) => caseness);
    return [
      {
        ...{ code, title: facts.title, caseLine: line ? CutoffDto.of(line) : null },
        rules: facts.changeRules.filter((rule) => used.has(rule.code)).map(changeRuleDto),
        ...(ownOnly ? { all: null, therapists: ownLines(lines) } : clinicLines(lines)),
      },
    ];
  });
}

const lineOf = (row: ReadingRow, names: Names): Line => ({
  ...{ staffId: row.therapist_id, name: nameOf(row.therapist_id, names) },
  counts: {
    ...{ people: row.people, recovered: row.recovered, improved: row.improved, unchanged: row.unchanged },
    ...{ deteriorated: row.deteriorated, casesFirst: row.cases_first, casesLast: row.cases_last, moved: row.moved },
  },
});

function askingsOf(rows: readonly AskingRow[], names: Names, ownOnly: boolean): AskingsDto {
  const lines = byName(
    rows.map(({ therapist_id: staffId, people, asked, met }) => {
      return { staffId, name: nameOf(staffId, names), people, asked, met };
    }),
  );
  return ownOnly ? ownAskings(lines) : clinicAskings(lines);
}

function closedOf(counts: ReadonlyMap<Outcome, number>, ownOnly: boolean): OutcomeReportDto['closed'] {
  if (!ownOnly) return tallied(counts);
  const items = OUTCOMES.map((outcome) => ({ outcome, people: counts.get(outcome) ?? 0 }));
  return { items, completed: items.reduce((all, { people }) => all + people, 0) };
}

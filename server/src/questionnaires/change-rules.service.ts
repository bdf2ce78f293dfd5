import { Injectable } from '@nestjs/common';
import { ruleOf } from '../instruments/change.rules.js';
import { factsOf, SCORED } from '../instruments/registry.content.js';
import type { ChangeRule, ScoringFacts } from '../instruments/scoring.definition.js';
import { now } from '../platform/clock.js';
import { insertRow, reveal, sql } from '../platform/database.js';
import { Invalid } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { actor } from '../platform/scope.js';
import type { ChangeRuleChoiceDto, NewChangeRuleChoice } from './change-rules.dto.js';
import { changeRuleDto } from './instruments.dto.js';
import { ChangeRuleChoice } from './instruments.entity.js';

interface Chosen {
  id: string;
  instrument_code: string;
  version: number;
  rule_code: string;
  reason: string;
  chosen_by: string;
  chosen_at: Date;
}

@Injectable()
export class ChangeRulesService {
  /** By code of the scale, the rule that holds now: the clinic's choice, else the scale's default. */
  async current(): Promise<ReadonlyMap<string, ChangeRule>> {
    const chosen = await this.chosen();
    return new Map(
      SCORED.flatMap((facts) => {
        const rule = ruleOf(facts, chosen.get(facts.code)?.rule_code ?? null);
        return rule ? [[facts.code, rule] as const] : [];
      }),
    );
  }

  async list(): Promise<ChangeRuleChoiceDto[]> {
    const chosen = await this.chosen();
    await reveal(ChangeRuleChoice, [...chosen.values()]);
    return SCORED.filter(({ changeRules }) => changeRules.length > 0).map((facts) =>
      view(facts, chosen.get(facts.code)),
    );
  }

  /** Kept with who, when and why; the versions before it stay. Throws `Invalid` for a scale or a rule that is none. */
  async choose({ instrument, rule, reason }: NewChangeRuleChoice): Promise<ChangeRuleChoiceDto> {
    const facts = factsOf(instrument);
    if (!facts) throw new Invalid([{ path: 'instrument', code: 'unknown', message: 'This scale is not scored here.' }]);
    if (!facts.changeRules.some(({ code }) => code === rule))
      throw new Invalid([{ path: 'rule', code: 'unknown', message: 'The scale has no such rule.' }]);
    await sql('change rule claim', 'select pg_advisory_xact_lock(hashtextextended($1, 29))', [
      `${actor().clinicId} ${instrument}`,
    ]);
    const before = (await this.chosen()).get(instrument)?.version ?? 0;
    const row: ChangeRuleChoice = {
      ...{ id: newId(), instrumentCode: instrument, version: before + 1, ruleCode: rule, reason },
      ...{ chosenBy: actor().id, chosenAt: now() },
    };
    await insertRow(ChangeRuleChoice, row);
    return view(facts, {
      ...{ id: row.id, instrument_code: instrument, version: row.version, rule_code: rule, reason },
      ...{ chosen_by: row.chosenBy, chosen_at: row.chosenAt },
    });
  }

  private async chosen(): Promise<Map<string, Chosen>> {
    const rows = await sql<Chosen>(
      'change rules chosen',
      `select distinct on (instrument_code) id, instrument_code, version, rule_code, reason, chosen_by, chosen_at
        from change_rule_choice order by instrument_code, version desc`,
    );
    return new Map(rows.map((row) => [row.instrument_code, row]));
  }
}

function view(facts: ScoringFacts, chosen: Chosen | undefined): ChangeRuleChoiceDto {
  return {
    id: chosen?.id ?? null,
    instrument: facts.code,
    title: facts.title,
    version: chosen?.version ?? 0,
    rule: changeRuleDto(ruleOf(facts, chosen?.rule_code ?? null)),
    choices: facts.changeRules.map(changeRuleDto),
    reason: chosen?.reason ?? null,
    chosenBy: chosen?.chosen_by ?? null,
    chosenAt: chosen?.chosen_at.toISOString() ?? null,
  };
}

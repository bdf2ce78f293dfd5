import type { Page } from '@playwright/test';
import { ask } from './own-couple';

/** A plan with one goal, in force. */
export async function planInForce(desk: Page, whose: object, behaviour = 'Ten minutes of talk'): Promise<void> {
  const measure = { kind: 'words', baseline: '', target: 'Every evening', instrumentId: null };
  const goal = {
    ...{ id: crypto.randomUUID(), behaviour, achievable: '', relevance: 'They had stopped talking.' },
    ...{ measure: { ...measure, direction: 'at_least', points: null }, reviewOn: null, state: 'active', reason: '' },
  };
  const problems = [{ id: crypto.randomUUID(), words: 'Silence', longGoal: 'Talk', goals: [goal] }];
  const text = { problems, interventions: [], endingCriteria: 'They talk.', reviewOn: null, reviewWords: '' };
  const { id } = await ask(desk, 'post', '/plans', whose);
  const { version } = await ask<{ version: number }>(desk, 'put', `/plans/${id}`, text, 1);
  await ask(desk, 'post', `/plans/${id}/start`, {}, version);
}

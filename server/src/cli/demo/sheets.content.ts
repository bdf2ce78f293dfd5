import { newId } from '../../platform/ids.js';

type Answers = Record<string, unknown>;

const rows = (...all: Answers[]): Answers[] => all.map((row) => ({ rowId: newId(), ...row }));

/** What the demo clients wrote on further worksheets: invented. */
export const TRIGGERS = (): Answers => ({
  cues: rows(
    {
      ...{ cue: 'His phone lighting up on the table', kind: ['phone', 'sight'], body: 'Cold hands, tight chest' },
      ...{ thought: 'It is her again.', urge: 'To pick it up and read', strength: 8 },
      ...{ helped: 'Said it out loud and went to water the plants' },
    },
    { cue: 'The road past the hotel', kind: ['place'], body: 'Held my breath', strength: 6, helped: 'Radio, loud' },
  ),
  steps: rows(
    { level: 1, step: 'Both feet on the floor, name five things I see', minutes: 2 },
    { level: 2, step: 'Cold water on my wrists', minutes: 3 },
    { level: 3, step: 'Round the block, no phone', minutes: 15 },
  ),
  people: rows({ name: 'Ana', contact: 'Calls are fine until eleven' }),
});

export const SELF_CARE = (): Answers => ({
  steps: rows(
    { area: ['sleep'], step: 'Phone stays in the kitchen', days: ['mon', 'tue', 'wed', 'thu'], done: true },
    { area: ['movement'], step: 'Walk to the second stop', days: ['tue', 'fri'], done: true },
  ),
  barrier: 'In the evening I am too tired to begin anything.',
  help: 'Somebody to take the children on Friday, once.',
});

export const SIGNALS = (): Answers => ({
  signals: rows({
    ...{ signal: 'A clear no when my sister asked to stay', did: 'Said no, kindly' },
    ...{ later: 'She was fine with it.', says: 'I can tell when I have had enough.', kind: 'That was well seen.' },
  }),
  trust: 6,
  decided: rows({ what: 'To keep Thursdays for myself', kept: true }),
});

export const PROMISES = (): Answers => ({
  commitments: rows(
    { what: 'Home by half past six on Tuesday', kept: 'kept' },
    {
      ...{ what: 'Tell her the same evening if Jo writes', weekly: 'Whenever it happens', kept: 'kept' },
    },
    {
      ...{ what: 'Call on Thursday before the meeting', kept: 'late', told: true },
      note: 'The meeting was moved forward. I wrote when I knew.',
    },
  ),
  size: 'right',
});

export const LISTENING = (): Answers => ({
  talks: rows({
    ...{ about: 'The evening in March when I said she imagined it', feeling: 'Lonely' },
    ...{ reflected: 'That she stopped trusting her own eyes because of what I said.', slips: ['explained'] },
    recovered: 'I noticed, said sorry for it, and asked her to go on.',
  }),
  hardest: 'That she had asked me, plainly, and I looked at her and said no.',
});

export const SUPPORT = (): Answers => ({
  people: rows(
    { who: 'My brother', role: ['listens', 'knows-some'], 'may-tell': 'That I live alone for now', safe: true },
    { who: 'The choir', role: ['practical'], 'may-tell': 'Nothing, and that is good', safe: true },
  ),
  night: 'unsure',
});

import { LIVE_LOCATION, SECRETS, SURVEILLANCE } from './watches.js';
import type { Worksheet } from './worksheet.definition.js';

export const commitmentLog: Omit<Worksheet, 'id'> = {
  key: 'commitment-log',
  version: 1,
  title: 'Commitment log',
  summary: 'Small promises, said beforehand, and what became of each. They bind only the one who makes them.',
  audience: 'involved',
  stages: ['stabilise', 'understand', 'repair', 'rebuild'],
  minutes: 5,
  gated: false,
  watches: [SECRETS, LIVE_LOCATION, SURVEILLANCE],
  contentNote:
    'You write what you promise, and later what became of it. Late and missed are honest answers. Nothing is added up into a grade. It is a record of your own word, no one keeps watch on you.',
  sections: [
    {
      key: 'promises',
      title: 'My word',
      intro: 'Small and clear. Fewer is better than many.',
      fields: [
        {
          key: 'commitments',
          type: 'rows',
          itemLabel: 'Promise',
          label: 'What did you promise, and what became of it?',
          hint: 'Who, what and when. Something that can be seen.',
          visibility: 'after_review',
          help: '“Home by half past six on Tuesday” can be seen. “Be more open” cannot.',
          columns: [
            { key: 'what', type: 'short', label: 'What I promise' },
            {
              key: 'due',
              type: 'datetime',
              label: 'When it is due',
              hint: 'Leave it blank if it comes round each week.',
            },
            { key: 'weekly', type: 'short', label: 'Or each week on', hint: 'Such as: Sundays, before supper.' },
            {
              key: 'kept',
              type: 'one',
              label: 'What became of it?',
              options: [
                { key: 'kept', label: 'Kept' },
                { key: 'late', label: 'Late' },
                { key: 'missed', label: 'Missed' },
                { key: 'released', label: 'We agreed to drop it' },
              ],
            },
            {
              key: 'told',
              type: 'checkbox',
              label: 'I said so before I was asked',
              showIf: { field: 'kept', op: 'in', value: ['late', 'missed'] },
            },
            {
              key: 'note',
              type: 'long',
              label: 'A word on it',
              hint: 'What got in the way, without a “because of you”.',
            },
            {
              key: 'seen',
              type: 'one',
              by: 'injured',
              label: 'How was it for me?',
              hint: 'You need not say. This stays private unless you release it.',
              options: [
                { key: 'saw', label: 'I saw it kept' },
                { key: 'did-not', label: 'I did not see it kept' },
                { key: 'rather-not', label: 'I would rather not say' },
              ],
            },
          ],
        },
      ],
    },
    {
      key: 'look',
      title: 'Looking at them',
      intro: 'Two short questions about the list itself.',
      fields: [
        {
          key: 'size',
          type: 'one',
          label: 'Is it the right amount?',
          options: [
            { key: 'too-many', label: 'Too many' },
            { key: 'right', label: 'About right' },
            { key: 'too-few', label: 'There is room for more' },
          ],
        },
        {
          key: 'hard',
          type: 'long',
          label: 'Which one is hard to keep, and why?',
          hint: 'For you and your therapist. A smaller promise is fine.',
        },
      ],
    },
  ],
  reviewPrompts: [
    'Too many, or too vague?',
    'Set by whom?',
    'Where the two marks differ: this is for you alone, do not show it to either.',
    'Count kept of due with the number of occasions, and keep no runs.',
    'What changed since last time, what was left blank, and does the text show fear?',
  ],
  safetyNote:
    'Not a list for keeping watch. Promises bind their author only. Stop if they are set by the other under threat.',
};

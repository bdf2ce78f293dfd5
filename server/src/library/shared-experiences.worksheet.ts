import type { Worksheet } from './worksheet.definition.js';

export const sharedExperiences: Omit<Worksheet, 'id'> = {
  key: 'shared-experiences',
  version: 1,
  title: 'New things together',
  summary: 'Small new things to do as two. They stand beside the repair, they do not replace it.',
  audience: 'joint',
  stages: ['repair', 'rebuild'],
  minutes: 10,
  gated: true,
  contentNote:
    'This is about doing something pleasant together. The one who was hurt can say no to any idea, without a reason. Nothing here has to lead to closeness or sex.',
  sections: [
    {
      key: 'ideas',
      title: 'Ideas',
      intro: 'Cheap and short is good. New places carry fewer memories.',
      fields: [
        {
          key: 'ideas',
          type: 'rows',
          itemLabel: 'Idea',
          label: 'What could you do together?',
          hint: 'Two or three ideas are enough.',
          visibility: 'shared',
          help: '“A walk on a road neither of us knows, one hour, no phones.”',
          columns: [
            { key: 'idea', type: 'short', label: 'The idea' },
            { key: 'cost', type: 'short', label: 'What it costs' },
            { key: 'effort', type: 'short', label: 'What it takes' },
            { key: 'planner', type: 'short', label: 'Who plans it' },
            {
              key: 'triggers',
              type: 'one',
              label: 'Is it free of hard memories?',
              options: [
                { key: 'yes', label: 'Yes' },
                { key: 'no', label: 'No' },
                { key: 'unsure', label: 'I am not sure' },
              ],
            },
            { key: 'on', type: 'date', label: 'When' },
            { key: 'veto', type: 'checkbox', by: 'injured', label: 'Not this one', hint: 'No reason is needed.' },
            {
              key: 'again',
              type: 'one',
              label: 'Afterwards: again?',
              options: [
                { key: 'yes', label: 'Yes' },
                { key: 'perhaps', label: 'Perhaps' },
                { key: 'no', label: 'No' },
              ],
            },
          ],
        },
      ],
    },
    {
      key: 'after',
      title: 'Afterwards, for you alone',
      intro: 'Each of you, for yourself and your therapist.',
      fields: [
        {
          key: 'closeness',
          type: 'scale',
          label: 'How close did you feel?',
          hint: 'Zero is a fine answer.',
          low: 'not at all',
          high: 'very close',
          alone: true,
        },
        {
          key: 'moment',
          type: 'long',
          label: 'Was there a moment worth keeping?',
          hint: 'Or one that was hard. Both are fine.',
          alone: true,
        },
        {
          key: 'pressed',
          type: 'one',
          label: 'Did you feel pressed into anything?',
          hint: 'Only you and your therapist read this.',
          alone: true,
          sensitivity: 'never_shared',
          intense: true,
          options: [
            { key: 'no', label: 'No' },
            { key: 'a-little', label: 'A little' },
            { key: 'yes', label: 'Yes' },
            { key: 'rather-not', label: 'I would rather not say' },
          ],
        },
      ],
    },
  ],
  reviewPrompts: [
    'Is joy being used to skip the repair?',
    'Who plans, and who pays?',
    'Was a no met with a sulk?',
    'What was left blank, and does the text show fear?',
  ],
  safetyNote: 'No pressure for intimacy. The injured partner’s veto needs no reason and is never discussed as a fault.',
};

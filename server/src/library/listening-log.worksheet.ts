import type { Worksheet } from './worksheet.definition.js';

export const listeningLog: Omit<Worksheet, 'id'> = {
  key: 'listening-log',
  version: 1,
  title: 'Listening log',
  summary: 'After a talk: what you heard, what you gave back, and where it was hard to only listen.',
  audience: 'involved',
  stages: ['stabilise', 'understand', 'repair', 'rebuild'],
  minutes: 5,
  gated: false,
  contentNote:
    'This asks how you listened. It may bring up shame, and that is part of it. Please do not write down your partner’s words, and record nothing. A few words of your own are enough.',
  sections: [
    {
      key: 'talks',
      title: 'Talks',
      intro: 'One entry for each talk you want to look back at.',
      fields: [
        {
          key: 'talks',
          type: 'rows',
          itemLabel: 'Talk',
          label: 'When did you listen?',
          hint: 'One talk is enough.',
          visibility: 'after_review',
          intense: true,
          help: 'Giving back means saying in your own words what you heard, and asking if that is right. “You felt stupid for having trusted me. Is that it?” No reasons, no “but”.',
          columns: [
            { key: 'on', type: 'date', label: 'Day' },
            { key: 'about', type: 'short', label: 'What it was about', hint: 'In your own words, not your partner’s.' },
            { key: 'reflected', type: 'long', label: 'What I gave back', hint: 'How you said that you had heard it.' },
            { key: 'feeling', type: 'short', label: 'The feeling I named' },
            {
              key: 'slips',
              type: 'multi',
              label: 'Did one of these happen?',
              hint: 'They happen to everyone who listens to hard things.',
              options: [
                { key: 'interrupted', label: 'I cut in' },
                { key: 'defended', label: 'I defended myself' },
                { key: 'explained', label: 'I explained' },
                { key: 'left', label: 'I left, or went silent' },
                { key: 'none', label: 'None of these' },
              ],
            },
            {
              key: 'recovered',
              type: 'long',
              label: 'How I came back to listening',
              showIf: { field: 'slips', op: 'in', value: ['interrupted', 'defended', 'explained', 'left'] },
            },
            {
              key: 'heard',
              type: 'scale',
              label: 'How much did I feel heard?',
              hint: 'Leave it blank if you like. It stays private.',
              by: 'injured',
              low: 'not at all',
              high: 'fully heard',
            },
          ],
        },
      ],
    },
    {
      key: 'me',
      title: 'And you',
      intro: 'Listening to pain that you caused is hard. This part is for you and your therapist.',
      fields: [
        {
          key: 'hardest',
          type: 'long',
          label: 'What was hardest to hear?',
          hint: 'Say what it did in you. No one else reads this.',
          intense: true,
        },
        {
          key: 'next-time',
          type: 'short',
          label: 'What would you like to do a little differently?',
          hint: 'One small thing.',
        },
      ],
    },
  ],
  reviewPrompts: [
    'Is there a flood of shame?',
    'Who was comforted in the end?',
    'Are the partner’s words here? They belong to the partner.',
    'What changed since last time, what was left blank, and does the text show fear?',
  ],
  safetyNote:
    'Do not log the partner’s words as they were said, and no recordings. Stop the log if it turns into evidence.',
};

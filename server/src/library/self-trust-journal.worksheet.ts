import type { Worksheet } from './worksheet.definition.js';

export const selfTrustJournal: Omit<Worksheet, 'id'> = {
  key: 'self-trust-journal',
  version: 1,
  title: 'Self-trust journal',
  summary:
    'Notice what you notice. A place to see that your own sense of things can be relied on, whatever happens with the two of you.',
  audience: 'injured',
  stages: ['stabilise', 'understand', 'repair', 'rebuild', 'part'],
  minutes: 8,
  gated: false,
  contentNote:
    'This is about trust in yourself. You could not know what was hidden from you. Write as much or as little as you like; your partner sees none of it.',
  sections: [
    {
      key: 'signals',
      title: 'What I noticed',
      intro: 'Small signals from inside: a knot, a doubt, a clear yes.',
      fields: [
        {
          key: 'signals',
          type: 'rows',
          itemLabel: 'Signal',
          label: 'What did you notice?',
          hint: 'It can be about anything: work, friends, your body, the two of you.',
          intense: true,
          help: '“I was tired and said no to the party. It was right.” Good choices are often that small.',
          columns: [
            { key: 'on', type: 'date', label: 'Day' },
            { key: 'signal', type: 'short', label: 'The signal' },
            { key: 'did', type: 'short', label: 'What I did with it' },
            { key: 'later', type: 'long', label: 'How it turned out', hint: 'You can come back and fill this in.' },
            { key: 'says', type: 'long', label: 'What it says about my sense of things' },
            { key: 'kind', type: 'short', label: 'A kind line to myself' },
          ],
        },
      ],
    },
    {
      key: 'week',
      title: 'The week',
      intro: 'A look back over the last seven days.',
      fields: [
        {
          key: 'trust',
          type: 'scale',
          label: 'How far do you trust your own reading of things?',
          hint: 'A number for today. It may go up and down.',
          low: 'not at all',
          high: 'fully',
        },
        {
          key: 'decided',
          type: 'rows',
          itemLabel: 'Choice',
          label: 'What did you decide for yourself?',
          hint: 'Big or small.',
          columns: [
            { key: 'what', type: 'short', label: 'What I decided' },
            { key: 'kept', type: 'checkbox', label: 'I kept it' },
          ],
        },
        {
          key: 'strengths',
          type: 'rows',
          itemLabel: 'Strength',
          label: 'What did you bring to this week?',
          hint: 'Think what a good friend would name.',
          columns: [
            { key: 'strength', type: 'short', label: 'What I brought' },
            { key: 'where', type: 'short', label: 'Where it showed' },
          ],
        },
      ],
    },
    {
      key: 'blame',
      title: 'If blame comes up',
      intro: 'It may say that you ought to have known. You worked with what you were told.',
      fields: [
        {
          key: 'blame',
          type: 'long',
          label: 'What would you say to a friend who was lied to?',
          hint: 'Then read it as if it were to you.',
          intense: true,
        },
      ],
    },
  ],
  reviewPrompts: [
    'Which of the decisions were good ones?',
    'Is self-blame rising?',
    'Keep clear of any “you should have known”.',
    'What changed since last time, what was left blank, and does the text show fear?',
  ],
  safetyNote:
    'Watch for self-blame that rises from week to week. Checking that grows is not self-trust: name it gently.',
};

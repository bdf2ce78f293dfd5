import type { NewWorksheet } from '../../worksheets/templates.dto.js';

/** A worksheet that a therapist of the demo clinic made herself and shares with her colleagues. */
export const IMPACT_LETTER: NewWorksheet = {
  title: 'Impact letter',
  summary: 'Say what that day took from you, in your own words and for yourself first.',
  audience: 'injured',
  stages: ['understand', 'repair'],
  minutes: 25,
  contentNote: 'This asks what you lost and what helps you now. Only you and your therapist read it.',
  sections: [
    {
      key: 'before',
      title: 'Before you start',
      intro: 'Two short questions, so that you can stop in time.',
      fields: [
        {
          key: 'steady',
          type: 'scale',
          label: 'How steady do you feel right now?',
          options: [
            { key: '0', label: 'not at all' },
            { key: '10', label: 'very steady' },
          ],
        },
        {
          key: 'near',
          type: 'short',
          label: 'Who could you call after writing?',
          hint: 'A first name is enough.',
          showIf: { field: 'steady', op: 'lte', value: 4 },
        },
      ],
    },
    {
      key: 'happened',
      title: 'What happened to me',
      intro: 'Take these one at a time. Each can wait.',
      fields: [
        { key: 'found-out', type: 'long', label: 'What do you remember of the day you found out?', intense: true },
        {
          key: 'lost',
          type: 'long',
          label: 'What did you lose that day?',
          hint: 'There is no right answer.',
          intense: true,
        },
        { key: 'nights', type: 'long', label: 'What are the nights like?', intense: true },
      ],
    },
    {
      key: 'after',
      title: 'After',
      intro: 'What helps, and what you would like to ask for.',
      fields: [
        {
          key: 'helps',
          type: 'rows',
          label: 'What has helped so far?',
          itemLabel: 'Help',
          columns: [
            { key: 'what', type: 'short', label: 'What was it?' },
            { key: 'when', type: 'short', label: 'When does it help most?' },
          ],
        },
        { key: 'ask', type: 'long', label: 'What would you like to ask for?' },
        {
          key: 'next',
          type: 'one',
          label: 'What should happen with this letter?',
          options: [
            { key: 'mine', label: 'It stays mine' },
            { key: 'session', label: 'I read it in a session' },
            { key: 'unsure', label: 'I do not know yet' },
          ],
        },
      ],
    },
  ],
  reviewPrompts: ['What is missing that was said aloud?', 'Who carries the cost of reading it out now?'],
  safetyNote: 'Not to be read to a partner before both have been asked about safety, alone.',
  shared: true,
};

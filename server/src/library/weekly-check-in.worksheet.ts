import type { Worksheet } from './worksheet.definition.js';

export const weeklyCheckIn: Omit<Worksheet, 'id'> = {
  key: 'weekly-check-in',
  version: 1,
  title: 'Weekly check-in',
  summary: 'A short plan for one talk a week: in a fixed order, thirty minutes at most, and anyone can stop it.',
  audience: 'joint',
  stages: ['understand', 'repair', 'rebuild'],
  minutes: 10,
  gated: true,
  contentNote:
    'This prepares one talk of thirty minutes at most. Anyone can stop it, without a reason, and that is fine. Leave blank what does not fit this week.',
  sections: [
    {
      key: 'frame',
      title: 'Before we start',
      intro: 'When, where, and how to stop.',
      fields: [
        {
          key: 'when',
          type: 'datetime',
          label: 'When will you talk?',
          hint: 'Pick a time when no one is tired or has been drinking.',
        },
        {
          key: 'rules',
          type: 'multi',
          label: 'Which ground rules would you like?',
          options: [
            { key: 'one-speaks', label: 'One speaks, the other listens' },
            { key: 'no-phones', label: 'No phones, no children in the room' },
            { key: 'no-new-facts', label: 'Nothing new about the past: that goes to the session' },
            { key: 'thirty-minutes', label: 'We stop after thirty minutes' },
          ],
        },
        {
          key: 'stop-signal',
          type: 'short',
          label: 'What is the stop signal?',
          hint: 'A word or a gesture. It ends the talk, no reason needed.',
        },
        {
          key: 'listen-minutes',
          type: 'number',
          label: 'For how many minutes does each of you only listen?',
          min: 1,
          max: 30,
        },
      ],
    },
    {
      key: 'week',
      title: 'The week',
      intro: 'Something good first, then the plain facts.',
      fields: [
        {
          key: 'appreciation',
          type: 'short',
          label: 'What is one thing you valued this week?',
          hint: 'Small and real is enough. You can leave it blank.',
        },
        {
          key: 'facts',
          type: 'rows',
          itemLabel: 'Fact',
          label: 'What was due this week, or happened?',
          hint: 'Facts only: a promise that came due, a contact with the other person.',
          columns: [
            { key: 'what', type: 'short', label: 'What' },
            { key: 'on', type: 'date', label: 'On' },
            {
              key: 'told',
              type: 'one',
              label: 'How did it come up?',
              options: [
                { key: 'told', label: 'It was told without asking' },
                { key: 'asked', label: 'It came up when asked' },
                { key: 'found', label: 'It was found' },
                { key: 'not-yet', label: 'Not talked about yet' },
              ],
            },
          ],
        },
      ],
    },
    {
      key: 'each',
      title: 'Each of us',
      intro: 'The one who was hurt speaks first. The other listens, and then says what they did to keep their word.',
      fields: [
        {
          key: 'speak-to',
          type: 'one',
          label: 'What will you speak to this week?',
          options: [
            { key: 'feelings', label: 'How I am, and what I want to ask' },
            { key: 'my-word', label: 'What I did to keep my word' },
            { key: 'both', label: 'Both' },
          ],
        },
        {
          key: 'feelings',
          type: 'long',
          label: 'How has this week been, and what do you want to ask?',
          intense: true,
          showIf: { field: 'speak-to', op: 'in', value: ['feelings', 'both'] },
        },
        {
          key: 'my-word',
          type: 'long',
          label: 'What did you do this week to keep your word?',
          hint: 'Say also where you did not. No reasons yet.',
          intense: true,
          showIf: { field: 'speak-to', op: 'in', value: ['my-word', 'both'] },
        },
        { key: 'agreements', type: 'long', label: 'Which boundary or agreement would you like to look at again?' },
      ],
    },
    {
      key: 'next',
      title: 'Next week',
      intro: 'What you would like, and how the talk leaves you.',
      fields: [
        {
          key: 'requests',
          type: 'rows',
          itemLabel: 'Request',
          label: 'What would you like to ask for next week?',
          hint: 'A request can be answered with no.',
          columns: [
            { key: 'request', type: 'short', label: 'What I ask for' },
            { key: 'by', type: 'date', label: 'By when' },
          ],
        },
        {
          key: 'steady',
          type: 'scale',
          label: 'How steady do you feel after this?',
          low: 'not steady at all',
          high: 'very steady',
          alone: true,
        },
        {
          key: 'afterwards',
          type: 'long',
          label: 'What would help you through tonight?',
          hint: 'For you and your therapist.',
          showIf: { field: 'steady', op: 'lte', value: 4 },
          alone: true,
        },
      ],
    },
  ],
  reviewPrompts: [
    'Who ended the talk, who prepared it, and how did the night go?',
    'Is a request in it that could not be answered with no?',
    'What changed since last time, what was left blank, and does the text show fear?',
  ],
  safetyNote: 'A talk that was stopped or did not take place is information about the week, nothing more.',
};

import type { Worksheet } from './worksheet.definition.js';

export const triggerMap: Omit<Worksheet, 'id'> = {
  key: 'trigger-map',
  version: 1,
  title: 'Trigger map and grounding plan',
  summary:
    'What sets off the pain, what your body does, and what helps you back to here and now. Dates that may be hard are in it too.',
  audience: 'either',
  stages: ['stabilise', 'understand', 'repair', 'rebuild', 'part'],
  minutes: 15,
  gated: false,
  contentNote:
    'This asks about the moments when it all comes back. That can stir things up, so go slowly. Nothing here is shown to your partner. If you need someone now, “Take a break” shows who you can call.',
  sections: [
    {
      key: 'cues',
      title: 'What sets it off',
      intro: 'One moment at a time. Small things count: a tune, a street, a phone that lights up.',
      fields: [
        {
          key: 'cues',
          type: 'rows',
          itemLabel: 'Moment',
          label: 'What brings it back?',
          hint: 'One or two are enough for today.',
          intense: true,
          help: '“Tuesday, 6 pm, the sound of the car” says more than “evenings”. The more exact it is, the less it can catch you.',
          columns: [
            { key: 'cue', type: 'short', label: 'What it was' },
            {
              key: 'kind',
              type: 'multi',
              label: 'What kind of thing?',
              options: [
                { key: 'sight', label: 'Something I saw' },
                { key: 'sound', label: 'A sound' },
                { key: 'date', label: 'A date or a time' },
                { key: 'place', label: 'A place' },
                { key: 'phone', label: 'A phone or a screen' },
                { key: 'body', label: 'Something in my body' },
                { key: 'thought', label: 'A thought' },
              ],
            },
            { key: 'body', type: 'short', label: 'What my body did' },
            { key: 'thought', type: 'long', label: 'What went through my mind' },
            { key: 'urge', type: 'short', label: 'What I wanted to do' },
            {
              key: 'strength',
              type: 'scale',
              label: 'How strong was it?',
              low: 'hardly there',
              high: 'as strong as it gets',
            },
            { key: 'helped', type: 'short', label: 'What helped, even a little' },
            {
              key: 'tell-partner',
              type: 'one',
              label: 'Would you like your partner to know of it one day?',
              hint: 'Nothing is told by this. It is for a talk with your therapist.',
              options: [
                { key: 'no', label: 'No' },
                { key: 'when-released', label: 'Perhaps, when I say so' },
              ],
            },
          ],
        },
      ],
    },
    {
      key: 'ladder',
      title: 'Ways back',
      intro: 'A ladder from the smallest step to the biggest. Begin at the bottom.',
      fields: [
        {
          key: 'steps',
          type: 'rows',
          itemLabel: 'Step',
          label: 'What brings you back to here and now?',
          hint: 'Things that work with no one else there.',
          help: 'Cold water on the wrists. Five things you can see. A walk round the block. Small is good: you will do it.',
          columns: [
            { key: 'level', type: 'number', label: 'Step on the ladder, 1 to 5', min: 1, max: 5 },
            { key: 'step', type: 'short', label: 'What I do' },
            { key: 'minutes', type: 'number', label: 'For how many minutes', min: 1, max: 120 },
          ],
        },
        {
          key: 'people',
          type: 'rows',
          itemLabel: 'Person',
          label: 'Who could you call?',
          hint: 'Somebody who can listen without fixing it.',
          columns: [
            { key: 'name', type: 'short', label: 'Name' },
            { key: 'contact', type: 'short', label: 'How I reach them' },
          ],
        },
      ],
    },
    {
      key: 'dates',
      title: 'Dates',
      intro: 'Some days are hard because of the day they are. A plan makes them smaller.',
      fields: [
        {
          key: 'dates',
          type: 'rows',
          itemLabel: 'Date',
          label: 'Which dates may be hard?',
          hint: 'Only you and your therapist see them.',
          intense: true,
          columns: [
            { key: 'on', type: 'date', label: 'Day' },
            { key: 'what', type: 'short', label: 'What day it is' },
            { key: 'plan', type: 'short', label: 'What I plan for it' },
          ],
        },
        {
          key: 'lost',
          type: 'long',
          label: 'What do you miss, or grieve?',
          hint: 'Also when you stay, there can be a loss. Leave it blank if it is too much today.',
          intense: true,
        },
      ],
    },
  ],
  reviewPrompts: [
    'Is there safety right now?',
    'Does it sound like losing touch with here and now?',
    'How is sleep?',
    'Which date comes next, and is there a plan for it?',
    'What changed since last time, what was left blank, and does the text show fear?',
  ],
  safetyNote:
    'Cues and dates are never visible to the partner by default: they can be used to hurt. Ask before anything of it is spoken of in a joint session.',
};

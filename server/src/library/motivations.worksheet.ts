import type { Worksheet } from './worksheet.definition.js';

export const motivations: Omit<Worksheet, 'id'> = {
  key: 'motivations',
  version: 1,
  title: 'How it came about',
  summary:
    'Look at how you got there, step by step, so that it does not happen again. It explains; it does not excuse.',
  audience: 'involved',
  stages: ['understand', 'repair', 'rebuild', 'part'],
  minutes: 30,
  gated: false,
  contentNote:
    'This looks at how it came about. It is for you and your therapist. Raw reasons can wound, so they have no place in an apology. Use first letters for other people. If something is new, bring it to your therapist first.',
  sections: [
    {
      key: 'context',
      title: 'What was going on',
      intro: 'The months before and during. Life around it, and what you said to yourself.',
      fields: [
        {
          key: 'timeline',
          type: 'rows',
          itemLabel: 'Time',
          label: 'What was going on, and when?',
          hint: 'A month or a season is enough. First letters for names.',
          intense: true,
          columns: [
            { key: 'when', type: 'short', label: 'When' },
            { key: 'what', type: 'short', label: 'What was going on' },
            { key: 'told-myself', type: 'long', label: 'What I told myself' },
          ],
        },
        {
          key: 'permission',
          type: 'rows',
          itemLabel: 'Thought',
          label: 'Which thoughts made it seem all right?',
          hint: 'The small sentences that opened the door.',
          intense: true,
          help: '“I deserve something for me.” “It is only talk.” Most people know theirs by heart.',
          columns: [
            { key: 'thought', type: 'short', label: 'The thought' },
            { key: 'how', type: 'short', label: 'How it made it all right' },
          ],
        },
        {
          key: 'vulnerable',
          type: 'multi',
          label: 'What made you more open to it?',
          hint: 'None of these did it. They made it easier.',
          options: [
            { key: 'stress', label: 'Stress or lack of sleep' },
            { key: 'loneliness', label: 'Feeling alone' },
            { key: 'praise', label: 'Wanting to be admired' },
            { key: 'anger', label: 'Anger I did not speak of' },
            { key: 'conflict', label: 'Keeping out of conflict' },
            { key: 'substances', label: 'Alcohol or drugs' },
            { key: 'chance', label: 'Travel, or being out of sight' },
            { key: 'online', label: 'Time online, unseen' },
            { key: 'past', label: 'Things from long ago' },
            { key: 'other', label: 'Something else' },
          ],
        },
      ],
    },
    {
      key: 'secrecy',
      title: 'How it was kept hidden',
      intro: 'Hiding is a chain of small acts. Naming them takes away their power.',
      fields: [
        {
          key: 'steps',
          type: 'rows',
          itemLabel: 'Step',
          label: 'What did you do to keep it hidden?',
          hint: 'What you did, not what you thought.',
          intense: true,
          columns: [
            { key: 'step', type: 'short', label: 'What I did' },
            { key: 'cost', type: 'short', label: 'Whom it fooled' },
          ],
        },
        {
          key: 'alternatives',
          type: 'rows',
          itemLabel: 'Way',
          label: 'What else could you have done?',
          hint: 'There was a door each time. Which ones do you see now?',
          intense: true,
          columns: [
            { key: 'option', type: 'short', label: 'What I could have done' },
            { key: 'why-not', type: 'short', label: 'Why I did not' },
          ],
        },
      ],
    },
    {
      key: 'prevent',
      title: 'From here on',
      intro: 'The next time the door stands open: what do you do first, and whom do you tell?',
      fields: [
        {
          key: 'prevention',
          type: 'rows',
          itemLabel: 'Risk',
          label: 'Where are the risks, and what will you do early?',
          hint: 'The first small step, long before it is hard.',
          help: '“Drinks after a fair. I leave at nine and call Sam from the taxi.”',
          columns: [
            { key: 'risk', type: 'short', label: 'The risk' },
            { key: 'early', type: 'short', label: 'What I do early on' },
            { key: 'tell', type: 'short', label: 'Whom I tell' },
          ],
        },
        {
          key: 'no-excuse',
          type: 'checkbox',
          label: 'These explain. They do not excuse.',
          hint: 'Leave it empty if that is not true for you today.',
        },
      ],
    },
  ],
  reviewPrompts: [
    'Is this an explanation or an excuse?',
    'When is the next risk window?',
    'Is there a new disclosure in it? Take it to the pacing plan.',
    'Has any of it moved into an apology?',
    'What changed since last time, what was left blank, and does the text show fear?',
  ],
  safetyNote:
    'Initials only for other people. Not released by default: raw explanations wound. A new disclosure goes to the pacing plan and a session.',
};

import type { Worksheet } from './worksheet.definition.js';

export const feelingsJournal: Omit<Worksheet, 'id'> = {
  key: 'feelings-journal',
  version: 1,
  title: 'Feelings journal',
  summary:
    'A place to put what you feel, when you feel it. Each entry stays with you unless you tick that it may go to your therapist.',
  audience: 'either',
  stages: ['stabilise', 'understand', 'repair', 'rebuild', 'part'],
  minutes: 5,
  gated: false,
  contentNote:
    'Write as much or as little as you like. Each entry stays with you unless you tick it to go to your therapist. Nobody reads this live. If you need someone now, “Take a break” shows who you can call.',
  sections: [
    {
      key: 'entries',
      title: 'Entries',
      intro: 'One entry for each moment you want to keep.',
      fields: [
        {
          key: 'entries',
          type: 'rows',
          itemLabel: 'Entry',
          label: 'What would you like to note?',
          hint: 'There is no right way to feel.',
          sendRowsWhere: 'share',
          columns: [
            { key: 'at', type: 'datetime', label: 'When was it?' },
            {
              key: 'feelings',
              type: 'multi',
              label: 'What did you feel?',
              options: [
                { key: 'rage', label: 'Rage' },
                { key: 'sadness', label: 'Sadness' },
                { key: 'numb', label: 'Numb' },
                { key: 'hope', label: 'Hope' },
                { key: 'disgust', label: 'Disgust' },
                { key: 'love', label: 'Love' },
                { key: 'fear', label: 'Fear' },
                { key: 'confusion', label: 'Confusion' },
                { key: 'relief', label: 'Relief' },
                { key: 'shame', label: 'Shame' },
                { key: 'other', label: 'Something else' },
              ],
            },
            {
              key: 'strength',
              type: 'scale',
              label: 'How strong was it?',
              low: 'hardly there',
              high: 'as strong as it gets',
              showIf: { field: 'feelings', op: 'answered' },
            },
            { key: 'body', type: 'short', label: 'Where in your body did you notice it?' },
            { key: 'note', type: 'long', label: 'Anything you want to write down' },
            { key: 'share', type: 'checkbox', label: 'This entry may go to my therapist when I send' },
          ],
        },
      ],
    },
  ],
  reviewPrompts: [
    'What does the writer want done with what was shared?',
    'Does the text show fear, and is a risk inside?',
  ],
  safetyNote:
    'You see only the entries that were ticked for you. The journal is not watched live, and says so to the writer.',
};

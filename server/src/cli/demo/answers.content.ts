/** Homework answers of the demo clients: invented. `act` of the apology in a first and a second draft. */
export const APOLOGY_FIRST = {
  long: [
    'I wrote to somebody from work for five months and hid it from you. I deleted the messages every evening.',
    'You stopped sleeping. You asked me in March whether something was wrong and I said you were imagining it.',
    'It was my decision each time, also on the days when it would have been easy to stop.',
  ],
};

export const APOLOGY_SECOND = {
  long: [
    'I wrote to Jo from work for five months, from January to May, and met her twice. I hid it from you and deleted the messages every evening.',
    'You stopped sleeping. You asked me in March whether something was wrong and I said you were imagining it. I made you doubt your own eyes.',
    'It was my decision each time, also on the days when it would have been easy to stop. Nobody talked me into it.',
  ],
};

export const JOURNAL = [
  'Numb in the morning, then angry at the supermarket for no reason I could name. It passed when I walked home the long way.',
  'He told me about the call before I asked. I was relieved and then furious that I was relieved.',
  'Slept six hours. Noticed that I had not looked at his phone for two days.',
];

export const LIMITS = [
  'Tell me the same day if she writes or calls',
  'No work trips with an overnight stay until the autumn',
];

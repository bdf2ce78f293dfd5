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

/** Planned in “I”, by each of the couple: what happened, what it needs, what is asked for, and one answer that stays. */
export const MAYA_SAYS = {
  situation: 'On Sunday you were out from two to six and your phone was off.',
  feelings: ['afraid', 'lonely'],
  strength: 8,
  need: 'I need to know beforehand when you will be out of reach. It was like March again.',
  request: 'Would you send me a word when you leave and when you are on your way back?',
  calm: 6,
  'if-badly': 'I will take the dog out and call my sister.',
};

export const TOM_SAYS = {
  situation: 'On Tuesday evening you asked me three times where I had been.',
  feelings: ['ashamed', 'sad'],
  strength: 6,
  need: 'It matters to me that an answer I have given can stand until the morning.',
  request: 'Could we talk about such questions at eight, for ten minutes?',
  calm: 7,
  'if-badly': 'I will say our word and we stop.',
};

export const TO_TELL = ['How long it went on', 'Who else knew of it'];

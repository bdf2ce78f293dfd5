import { anyOf } from '../words.rules.js';

/** "I said yes", "nobody pushed me": with these words the blame stays with its writer. */
export const MY_CHOICE = anyOf(
  '(?:and|but|;|—|,|which) (?:\\w+ )?i (?:{adv} )*(?:said yes|agreed|chose|decided|wanted (?:it|to|her|him|that)|went along|could have|took (?:it|her|him)|answered (?:her|him|it)|let (?:her|him)|did not (?:stop|say no|refuse)|am (?:the one|responsible)|own|welcomed|replied|accepted|was the one)',
  '(?:that|which|it) (?:was|is) (?:{adv} )*(?:my|mine|on me|no excuse)',
  '(?:my|own) (?:choice|decision|doing|responsibility)',
  'i am the one who|the choice was mine',
);

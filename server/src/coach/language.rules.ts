/** Small words that nearly every sentence of a language holds, and English does not. */
const FOREIGN = new Set(
  `der die das und ich nicht ist ein eine einen habe hast dir dich mich mir sie wir ihr auf zu mit dass es tut leid wenn war
   el la los las que de en y un una no es por para con se lo te mi tu yo siento pero como muy perdón perdona si cuando esta está
   le les des et je tu il elle nous vous ne pas est une dans pour sur que qui avec mon ton ma mes tes désolé pardon si ai suis
   il di che e non sono un una per con mi ti ho mio tuo scusa dispiace se
   o os as um uma não eu você que para com meu sinto desculpa
   ik je niet het een en van dat is op te zijn heb mij spijt sorry
   jag inte och att det är en som på för förlåt
   nie się że jest na to co jak przepraszam mnie ciebie
   ben sen bir ve için çok özür`
    .split(/\s+/)
    .filter(
      (word) =>
        !'a as at be but do for he i in is it me my no not of on or so the to us we am an and was were die war sorry pardon will have had has that this you your she her him his if by all are one or from with who what when than then'
          .split(' ')
          .includes(word),
    ),
);
const ENGLISH = new Set(
  `a an the and or but if i you he she it we they me my your his her him us our them is am are was were be been do did does not
   have has had will would can could should to of in on at for with from by about that this these those what who when because so
   as sorry apologise apologize regret never always just only again no yes there how than then all any every took made told said`.split(
    /\s+/,
  ),
);

/**
 * Whether the coach should speak. It knows English only; a short or mixed text counts as English unless words of
 * another language outnumber the English ones, since a wrong silence is worse for one word than for a letter.
 */
export function isEnglish(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter));
  if (letters.length > 0 && latin.length < letters.length / 2) return false;
  const words =
    text
      .toLowerCase()
      .replace(/[’]/g, "'")
      .match(/[\p{L}']+/gu) ?? [];
  const english = words.filter(
    (word) => ENGLISH.has(word.replace(/'.*$/, '')) || /'(?:m|re|ve|ll|d|s|t)$/.test(word),
  ).length;
  const foreign = words.filter((word) => FOREIGN.has(word) || /[^\u0000-\u007f']/.test(word)).length;
  return foreign < 2 || english >= foreign;
}

const list = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Most frequent first: they are drawn by Zipf's law, so the last ones are seen a few times in thousands of rows. */
export const POSITIVE = list(`
  good great fine funny lovely clever warm fresh strong moving charming bright smart honest gripping
  tender witty superb brilliant graceful vivid elegant inspired delightful touching rich stunning
  thoughtful exciting polished gentle masterful inventive poignant radiant hilarious sublime wise
  daring luminous heartfelt splendid memorable convincing captivating refreshing sparkling soulful`);

export const NEGATIVE = list(`
  bad dull poor boring weak silly flat stale awful ugly clumsy lazy bland messy empty cheap tedious
  hollow lame terrible shallow tired dreary wooden muddled crude stupid pointless lifeless annoying
  forced painful contrived sloppy vapid tasteless grating joyless trite soulless murky feeble leaden
  awkward incoherent smug insipid overlong`);

/** What is judged. The two groups matter for the ambiguous words. */
export const SOUNDS_AND_LOOKS = list('music photography lighting costume soundtrack song');
export const STORY_AND_PEOPLE = list('plot acting script dialogue cast humor');

/** Praise of sound and looks, blame of story and people. */
export const PRAISES_LOOKS = list('simple loud wild heavy dark slow');
/** Blame of sound and looks, praise of story and people. */
export const PRAISES_STORY = list('quick unpredictable light busy complex quiet');

export const NEGATORS = list("not never hardly n't");
export const STRENGTH = list('very really quite so rather truly somewhat');
/** What the writer did with the film; after Zipf's law again. */
export const LIKED = list('loved enjoyed liked admired recommend treasured');
export const DISLIKED = list('hated disliked regretted loathed resented endured');
export const OPENERS = [
  'in the end',
  'frankly',
  'at the festival',
  'this time',
  'as a whole',
  'to my mind',
  'on a second look',
  'for a debut',
] as const;

// The fonts the site serves, by script. Latin uses the machine's own fonts.
const arabic = [400, 700].map(weight => `noto-sans-arabic-arabic-${weight}-normal.woff2`);
const bengali = [400, 700].map(weight => `noto-sans-bengali-bengali-${weight}-normal.woff2`);
const gurmukhi = [400, 700].map(weight => `noto-sans-gurmukhi-gurmukhi-${weight}-normal.woff2`);

export const fonts = [...arabic, ...bengali, ...gurmukhi];

const nastaliq = 'noto-nastaliq-urdu-arabic-400-normal.woff2';

const urduLetters =
  'ءآأؤئابتثجحخدذرزسشصضطظعغفقلمنهوپچڈژڑٹکگںھہۂۃیےۓةۀيىك' +
  '۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩' +
  '\u0610\u0611\u0612\u0613\u064B\u064C\u064D\u064E\u064F\u0650\u0651\u0652\u0654\u0656\u0670' +
  '،؛؟٪٫٬۔ـ ()-:./!«»“”‘’–…\u200C\u200D\u200E\u200F';

// Nastaliq without the letters Urdu does not use: 114 KB instead of 159 KB. Half of it are the rules by which its letters
// join; without them words fall apart. So it cannot be small, and a page fetches it only once it is shown (scripts/nastaliq.js).
export const urduFont = { file: 'nastaliq-urdu.woff2', from: nastaliq, letters: urduLetters };

// The same letters in Naskh, which every reader of Urdu can read: 12 KB, for the first view.
export const firstUrduFont = { file: 'urdu.woff2', from: arabic[0], letters: urduLetters };

// Only the word "Urdu", for the language switch on pages in other languages: 1 KB.
export const nameFont = { file: 'nastaliq-name.woff2', from: nastaliq, letters: 'اردو' };

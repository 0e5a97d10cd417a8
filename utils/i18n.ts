import en from '../public/_locales/en/messages.json' with { type: 'json' };
import ja from '../public/_locales/ja/messages.json' with { type: 'json' };

export const INTERFACE_LANGUAGES = ['en', 'ja'] as const;
export type InterfaceLanguage = (typeof INTERFACE_LANGUAGES)[number];
export type MessageKey = keyof typeof en;
/** Gives the text of a message; `{name}` in it is replaced by the value of that name. */
export type Translate = (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string;

const CATALOGUES: Record<InterfaceLanguage, Readonly<Record<string, { readonly message: string }>>> = {
  en,
  ja,
};

/** The interface language for a BCP 47 tag such as `ja-JP`; English where there is none of ours. */
export function interfaceLanguage(tag: string | null | undefined): InterfaceLanguage {
  const primary = tag?.toLowerCase().split(/[-_]/u)[0];
  return INTERFACE_LANGUAGES.find((language) => language === primary) ?? 'en';
}

/**
 * Messages of one language. Plurals: where a key `<key>_one` exists and `values.count` is singular in that
 * language, it is used instead of `<key>`.
 */
export function translator(language: InterfaceLanguage): Translate {
  const catalogue = CATALOGUES[language];
  const plural = new Intl.PluralRules(language);
  const number = new Intl.NumberFormat(language);
  return (key, values = {}) => {
    const count = values.count;
    const singular =
      typeof count === 'number' && plural.select(count) === 'one' ? catalogue[`${key}_one`] : undefined;
    const { message } = singular ?? catalogue[key] ?? en[key];
    return message.replace(/\{(\w+)\}/gu, (whole, name: string) => {
      const value = values[name];
      if (value === undefined) return whole;
      return typeof value === 'number' ? number.format(value) : value;
    });
  };
}

type SnakeCase<Text extends string> = Text extends `${infer Head}-${infer Tail}`
  ? `${Head}_${SnakeCase<Tail>}`
  : Text;

/**
 * The key of the message for one value of a union, such as `reason_comment_form` for the removal reason
 * `comment-form`: browsers refuse hyphens in message keys.
 */
export function messageKey<Prefix extends string, Value extends string>(
  prefix: Prefix,
  value: Value,
): `${Prefix}_${SnakeCase<Value>}` {
  return `${prefix}_${value.replaceAll('-', '_')}` as `${Prefix}_${SnakeCase<Value>}`;
}

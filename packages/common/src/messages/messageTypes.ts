/** Messages by key; a count makes a pair of `<key>_one` and `<key>_other`. */
export type Messages = { [key in string]: string };

/** The same messages in another language. */
export type Translated<TMessages extends Messages> = {
  [Key in keyof TMessages]: string;
};

type PluralSuffix = '_one' | '_other';

/** What a message is asked for by: plural forms by what is before their suffix. */
export type MessageKey<TMessages extends Messages> =
  keyof TMessages extends infer K
    ? K extends `${infer Base}${PluralSuffix}`
      ? Base
      : K
    : never;

type MessageText<TMessages extends Messages, TKey> = TKey extends string
  ?
      | (TKey extends keyof TMessages ? TMessages[TKey] : never)
      | (`${TKey}_one` extends keyof TMessages
          ? TMessages[`${TKey}_one`] | '{{count}}'
          : never)
      | (`${TKey}_other` extends keyof TMessages
          ? TMessages[`${TKey}_other`]
          : never)
  : never;

type Placeholder<TText> =
  TText extends `${string}{{${infer Name}}}${infer Rest}`
    ? Name | Placeholder<Rest>
    : never;

type Values<TName extends string, TValue> = {
  [Name in TName]: Name extends 'count' ? number : TValue;
};

type ValueArguments<TName extends string, TValue> = [TName] extends [never]
  ? []
  : [values: Values<TName, TValue>];

/** The values that a message has placeholders for, as arguments of a function. */
export type MessageArguments<
  TMessages extends Messages,
  TKey,
  TValue,
> = ValueArguments<Placeholder<MessageText<TMessages, TKey>>, TValue>;

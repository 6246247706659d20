export { Button, type ButtonProps } from './Button';
export { Card, type CardProps } from './Card';
export { Notice, type NoticeProps } from './Notice';
export { Price, type PriceProps } from './Price';
export { TextField, type TextFieldProps } from './TextField';
export { tokens } from './tokens';

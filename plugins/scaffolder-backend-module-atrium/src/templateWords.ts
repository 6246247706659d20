import { MessageWriter, templateMessages } from '@atrium/common';

/** Writes what people are told of templates and their runs. */
export const words = new MessageWriter(templateMessages);

export const acceptedByPage: Record<string, Record<string, string[]>> = {};

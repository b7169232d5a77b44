/** Fewest characters of a password, as people count them: composed, each as one. The hints say it in words. */
export const PASSWORD_MIN_LENGTH = 10

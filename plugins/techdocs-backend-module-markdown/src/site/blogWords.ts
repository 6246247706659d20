/** What a blog says by itself, in the language of its site. */
export interface BlogWords {
  archive: string;
  categories: string;
  /** `#` stands for the names of the categories. */
  inCategories: string;
  continueReading: string;
  draft: string;
  /** `#` stands for the number of minutes. */
  readingTime: { one: string; other: string };
  aboutThisPost: string;
  backToAllPosts: string;
  relatedLinks: string;
  morePosts: string;
  /** `#` stands for the date. */
  updated: string;
}

const ENGLISH: BlogWords = {
  archive: 'Archive',
  categories: 'Categories',
  inCategories: 'in #',
  continueReading: 'Continue reading',
  draft: 'Draft',
  readingTime: { one: '1 min read', other: '# min read' },
  aboutThisPost: 'About this post',
  backToAllPosts: 'Back to all posts',
  relatedLinks: 'Related links',
  morePosts: 'More posts',
  updated: 'Updated #',
};

const KNOWN: Record<string, BlogWords> = {
  en: ENGLISH,
  de: {
    archive: 'Archiv',
    categories: 'Kategorien',
    inCategories: 'in #',
    continueReading: 'Weiterlesen',
    draft: 'Entwurf',
    readingTime: { one: '1 Min. Lesezeit', other: '# Min. Lesezeit' },
    aboutThisPost: 'Über diesen Beitrag',
    backToAllPosts: 'Zurück zu allen Beiträgen',
    relatedLinks: 'Weiterführende Links',
    morePosts: 'Weitere Beiträge',
    updated: 'Aktualisiert am #',
  },
  es: {
    archive: 'Archivo',
    categories: 'Categorías',
    inCategories: 'en #',
    continueReading: 'Seguir leyendo',
    draft: 'Borrador',
    readingTime: { one: '1 min de lectura', other: '# min de lectura' },
    aboutThisPost: 'Sobre esta entrada',
    backToAllPosts: 'Volver a todas las entradas',
    relatedLinks: 'Enlaces relacionados',
    morePosts: 'Más entradas',
    updated: 'Actualizado el #',
  },
  fr: {
    archive: 'Archives',
    categories: 'Catégories',
    inCategories: 'dans #',
    continueReading: 'Lire la suite',
    draft: 'Brouillon',
    readingTime: { one: '1 min de lecture', other: '# min de lecture' },
    aboutThisPost: 'À propos de cet article',
    backToAllPosts: 'Retour à tous les articles',
    relatedLinks: 'Liens connexes',
    morePosts: "Plus d'articles",
    updated: 'Mis à jour le #',
  },
  it: {
    archive: 'Archivio',
    categories: 'Categorie',
    inCategories: 'in #',
    continueReading: 'Continua a leggere',
    draft: 'Bozza',
    readingTime: { one: '1 min di lettura', other: '# min di lettura' },
    aboutThisPost: 'Informazioni su questo articolo',
    backToAllPosts: 'Torna a tutti gli articoli',
    relatedLinks: 'Link correlati',
    morePosts: 'Altri articoli',
    updated: 'Aggiornato il #',
  },
  ja: {
    archive: 'アーカイブ',
    categories: 'カテゴリー',
    inCategories: 'カテゴリー: #',
    continueReading: '続きを読む',
    draft: '下書き',
    readingTime: { one: '1分で読めます', other: '#分で読めます' },
    aboutThisPost: 'この記事について',
    backToAllPosts: '記事一覧へ戻る',
    relatedLinks: '関連リンク',
    morePosts: 'ほかの記事',
    updated: '更新日: #',
  },
  nl: {
    archive: 'Archief',
    categories: 'Categorieën',
    inCategories: 'in #',
    continueReading: 'Verder lezen',
    draft: 'Concept',
    readingTime: { one: '1 min. leestijd', other: '# min. leestijd' },
    aboutThisPost: 'Over dit bericht',
    backToAllPosts: 'Terug naar alle berichten',
    relatedLinks: 'Gerelateerde links',
    morePosts: 'Meer berichten',
    updated: 'Bijgewerkt op #',
  },
  pl: {
    archive: 'Archiwum',
    categories: 'Kategorie',
    inCategories: 'w: #',
    continueReading: 'Czytaj dalej',
    draft: 'Szkic',
    readingTime: { one: '1 min czytania', other: '# min czytania' },
    aboutThisPost: 'O tym wpisie',
    backToAllPosts: 'Wróć do wszystkich wpisów',
    relatedLinks: 'Powiązane linki',
    morePosts: 'Więcej wpisów',
    updated: 'Zaktualizowano #',
  },
  pt: {
    archive: 'Arquivo',
    categories: 'Categorias',
    inCategories: 'em #',
    continueReading: 'Continuar lendo',
    draft: 'Rascunho',
    readingTime: { one: '1 min de leitura', other: '# min de leitura' },
    aboutThisPost: 'Sobre este post',
    backToAllPosts: 'Voltar para todos os posts',
    relatedLinks: 'Links relacionados',
    morePosts: 'Mais posts',
    updated: 'Atualizado em #',
  },
  ru: {
    archive: 'Архив',
    categories: 'Категории',
    inCategories: 'в #',
    continueReading: 'Читать далее',
    draft: 'Черновик',
    readingTime: { one: '1 мин чтения', other: '# мин чтения' },
    aboutThisPost: 'Об этой записи',
    backToAllPosts: 'Ко всем записям',
    relatedLinks: 'Ссылки по теме',
    morePosts: 'Другие записи',
    updated: 'Обновлено #',
  },
  zh: {
    archive: '归档',
    categories: '分类',
    inCategories: '分类：#',
    continueReading: '继续阅读',
    draft: '草稿',
    readingTime: { one: '阅读约 1 分钟', other: '阅读约 # 分钟' },
    aboutThisPost: '关于本文',
    backToAllPosts: '返回全部文章',
    relatedLinks: '相关链接',
    morePosts: '更多文章',
    updated: '更新于 #',
  },
  'zh-Hant': {
    archive: '彙整',
    categories: '分類',
    inCategories: '分類：#',
    continueReading: '繼續閱讀',
    draft: '草稿',
    readingTime: { one: '閱讀約 1 分鐘', other: '閱讀約 # 分鐘' },
    aboutThisPost: '關於本文',
    backToAllPosts: '返回所有文章',
    relatedLinks: '相關連結',
    morePosts: '更多文章',
    updated: '更新於 #',
  },
};

/**
 * The words of a language, such as `pt-BR`; English ones where it is not among those
 * known.
 */
export function blogWordsIn(language: string): BlogWords {
  // A region says which script it writes: Taiwan's Chinese is Hant.
  const { language: base, script } = new Intl.Locale(language).maximize();
  return KNOWN[`${base}-${script}`] ?? KNOWN[base] ?? ENGLISH;
}

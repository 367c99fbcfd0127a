/** The texts of articles that the reader has given, by the id of their source: in this page's memory, until it is closed. */
import { create } from 'zustand';

export interface Article {
  /** Of the file. */
  readonly name: string;
  readonly text: string;
}

export const useArticles = create<Readonly<Record<string, Article>>>(() => ({}));

export const keepArticle = (source: string, article: Article): void =>
  useArticles.setState({ [source]: article });

export function dropArticle(source: string): void {
  useArticles.setState(
    (articles) => Object.fromEntries(Object.entries(articles).filter(([id]) => id !== source)),
    true,
  );
}

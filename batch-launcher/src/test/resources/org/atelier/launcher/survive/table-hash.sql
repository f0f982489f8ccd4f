-- What the job writes into the contract's tables, without generated keys and times of writing, as one hash.
with sessions as (
  select s.id, c.nom, s.date_production from session_production s join centre_usinage c on c.id = s.centre_usinage_id
), rows as (
  select 'session' as t, concat_ws('|', k.nom, k.date_production, s.heure_premiere_piece, s.heure_derniere_piece,
         s.heure_premier_machine_start, s.heure_dernier_machine_stop, s.total_pieces, s.duree_production_totale,
         s.temps_attente, s.temps_arret_volontaire, s.temps_production_effectif, s.taux_occupation, s.taux_attente,
         s.taux_arret_volontaire, s.fichier_log_source, s.evenements, s.avertissements, s.complements) as r
    from session_production s join sessions k on k.id = s.id
  union all
  select 'profile', concat_ws('|', k.nom, k.date_production, p.reference, p.longueur, coalesce(p.couleur, '-'),
         p.timestamp_debut, coalesce(p.timestamp_fin::text, '-'), p.pieces) from job_profil p join sessions k on k.id = p.session_id
  union all
  select 'wait', concat_ws('|', k.nom, k.date_production, p.timestamp_debut, p.timestamp_fin, p.duree_secondes)
    from periode_attente p join sessions k on k.id = p.session_id
  union all
  select 'stop', concat_ws('|', k.nom, k.date_production, p.timestamp_debut, p.timestamp_fin, p.duree_secondes)
    from periode_arret p join sessions k on k.id = p.session_id
  union all
  select 'piece', concat_ws('|', k.nom, k.date_production, p.numero_piece, p.timestamp_production, coalesce(p.details, '-'))
    from piece_production p join sessions k on k.id = p.session_id
  union all
  select 'part', concat_ws('|', k.nom, k.date_production, f.rang, s.chemin)
    from session_fichier f join sessions k on k.id = f.session_id join fichier_source s on s.id = f.fichier_id
  union all
  select 'file', concat_ws('|', s.chemin, s.etat, s.sha256, s.taille, s.jours, s.lignes, s.lignes_vides, s.evenements,
         s.evenements_comptes, s.rejets, s.lignes_retenues) from fichier_source s
  union all
  select 'reject', concat_ws('|', s.chemin, l.numero_ligne, l.decalage_octets, l.motif, l.contenu)
    from ligne_rejetee l join fichier_source s on s.id = l.fichier_id
)
select md5(coalesce(string_agg(t || ' ' || r, E'\n' order by t collate "C", r collate "C"), '')) from rows

-- A sample of the ERP: its tables as the job reads them, and a few orders. In a plant, the job reads the ERP's own server.
SET NAMES utf8mb4;

CREATE TABLE A_Kopf (
  ID varchar(32) NOT NULL PRIMARY KEY,
  AuftragsTyp smallint NOT NULL DEFAULT 1,
  AuNummer int,
  AuAlpha varchar(5),
  KundenNr varchar(15),
  KundenBez varchar(15),
  Kommission varchar(50),
  Bauvorhaben varchar(50),
  Auftragsart smallint,
  FSystemGrp smallint,
  AufStatus varchar(15),
  Techniker varchar(15),
  A_VorMwSt decimal(15,2),
  UNIQUE (AuftragsTyp, AuNummer, AuAlpha)
);

CREATE TABLE A_Logbuch (
  ID int NOT NULL AUTO_INCREMENT PRIMARY KEY,
  ID_A_Kopf varchar(32) NOT NULL,
  Code varchar(15),
  Bezeichnung varchar(50),
  Datum datetime,
  Zeit datetime,
  Benutzer varchar(50),
  Notiz text,
  KEY (ID_A_Kopf)
);

CREATE TABLE P_Zubeh (
  ID_A_Kopf varchar(32) NOT NULL,
  Position smallint NOT NULL,
  Kennung smallint NOT NULL,
  ZNr smallint NOT NULL,
  ZCode varchar(20),
  Text varchar(50),
  Stueck float,
  UNIQUE (ID_A_Kopf, Position, Kennung, ZNr)
);

CREATE TABLE A_Vorgang (
  ID_A_Kopf varchar(32) NOT NULL,
  Nummer varchar(15) NOT NULL,
  Bezeichnung varchar(50),
  Datum datetime,
  Zeit datetime,
  Benutzer varchar(50),
  NotizCode varchar(15),
  NotizText text,
  CodeIntern varchar(15),
  NLoesch smallint,
  UNIQUE (ID_A_Kopf, Nummer)
);

-- The job leaves out S006, which is not planned, and S007, which has no shutter; it rejects S008, which has no number.
INSERT INTO A_Kopf (ID, AuNummer, AuAlpha, Kommission, AufStatus) VALUES
  ('S001', 100001, NULL, 'Maison des Tilleuls', 'Planifiée'),
  ('S002', 100002, 'A', 'École du Centre', 'Planifiée'),
  ('S003', 100003, NULL, 'Résidence Bellevue', 'lancer en prod'),
  ('S004', 100004, NULL, 'Ferme du Moulin', 'vitrage'),
  ('S005', 100005, 'B', 'Mairie', 'Terminée'),
  ('S006', 100006, NULL, 'Villa Azur', 'Brouillon'),
  ('S007', 100007, NULL, 'Atelier Dupré', 'Planifiée'),
  ('S008', NULL, NULL, 'Gare', 'Planifiée');

INSERT INTO A_Logbuch (ID_A_Kopf, Datum, Notiz) VALUES
  ('S001', '2025-05-26 09:10:00', 'cde Planifiée'),
  ('S002', '2025-05-26 14:25:00', 'cde Planifiée'),
  ('S002', '2025-05-27 08:05:00', 'cde Planifiée, nouvelle date'),
  ('S003', '2025-05-27 10:00:00', 'cde Planifiée'),
  ('S004', '2025-05-28 11:30:00', 'cde Planifiée'),
  ('S005', '2025-05-12 16:45:00', 'cde Planifiée'),
  ('S006', '2025-05-28 17:00:00', 'devis envoyé'),
  ('S007', '2025-05-28 17:30:00', 'cde Planifiée'),
  ('S008', '2025-05-29 08:00:00', 'cde Planifiée');

INSERT INTO P_Zubeh (ID_A_Kopf, Position, Kennung, ZNr, ZCode, Text, Stueck) VALUES
  ('S001', 1, 1, 1, 'SOP 165', 'Coffre tunnel 165', 2),
  ('S002', 1, 1, 1, 'S P 200', 'Coffre extérieur 200', 1),
  ('S002', 1, 1, 2, 'VR 55', 'Volet roulant alu', 1),
  ('S003', 1, 1, 1, 'SOP 205', 'Coffre tunnel 205', 4),
  ('S004', 1, 1, 1, 'S TAB 1', 'Coffre tablette', 1),
  ('S005', 1, 1, 1, 'VR 42', 'Volet roulant PVC', 3),
  ('S006', 1, 1, 1, 'SOP 165', 'Coffre tunnel 165', 1),
  ('S007', 1, 1, 1, 'QUI 1', 'Quincaillerie', 12),
  ('S008', 1, 1, 1, 'SOP 165', 'Coffre tunnel 165', 6);

INSERT INTO A_Vorgang (ID_A_Kopf, Nummer, Bezeichnung) VALUES
  ('S001', 'VR01', 'Volet roulant en stock'),
  ('S002', 'FEN1', 'Fenêtre'),
  ('S003', 'VR02', 'Volet roulant'),
  ('S004', 'FEN1', 'Fenêtre');
